using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>What an access token says, by name of claim.</summary>
public static class TokenClaims
{
    /// <summary>The user's identity.</summary>
    public const string User = "sub";

    /// <summary>The session's identity.</summary>
    public const string Session = "sid";

    /// <summary>A role, as the schema writes it; one claim for each.</summary>
    public const string Role = "role";

    /// <summary>A role as the schema writes it: ADMIN.</summary>
    public static string NameOf(Role role) => role.ToString().ToUpperInvariant();
}
