namespace Investr.Api.Users;

/// <summary>The roles as access tokens and @authorize name them.</summary>
internal static class RoleNames
{
    public const string Analyst = "ANALYST";

    public const string Admin = "ADMIN";
}
