using Microsoft.IdentityModel.Tokens;

namespace Investr.Api.Auth;

/// <summary>Why the token of a request was not believed, in words for its sender.</summary>
internal sealed record TokenFault(string Message)
{
    public const string Key = nameof(TokenFault);

    /// <summary>The token is right; the session that it was made for is over.</summary>
    public static readonly TokenFault SessionEnded = new("The session of this access token has ended. Sign in again.");

    public static TokenFault Of(Exception exception) => new(exception switch
    {
        // Lifetimes are held against the service's own clock, and what validates them so names no more than the lifetime.
        SecurityTokenExpiredException or SecurityTokenInvalidLifetimeException =>
            "The access token has expired. Use the refresh token to get a new one.",
        _ => "The access token is not valid.",
    });
}
