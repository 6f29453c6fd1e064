using Microsoft.IdentityModel.Tokens;

namespace Investr.Api.Auth;

/// <summary>Why the token of a request was not believed, in words for its sender.</summary>
internal sealed record TokenFault(string Message)
{
    public const string Key = nameof(TokenFault);

    public static TokenFault Of(Exception exception) => new(exception switch
    {
        SecurityTokenExpiredException => "The access token has expired. Use the refresh token to get a new one.",
        SecurityTokenException { Message: "The session has ended." } => "The session of this access token has ended. Sign in again.",
        _ => "The access token is not valid.",
    });
}
