using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>What a client keeps after signing in. The refresh token works once: using it gives a new pair.</summary>
/// <param name="AccessToken">Sent with every request.</param>
/// <param name="AccessTokenExpiresAt">From when on the access token is refused.</param>
/// <param name="RefreshToken">Good for one new pair.</param>
/// <param name="RefreshTokenExpiresAt">From when on the refresh token is refused.</param>
/// <param name="User">Who signed in.</param>
/// <param name="Session">On which device.</param>
public sealed record IssuedTokens(
    string AccessToken,
    DateTimeOffset AccessTokenExpiresAt,
    string RefreshToken,
    DateTimeOffset RefreshTokenExpiresAt,
    User User,
    SessionId Session)
{
    /// <summary>Whose they are; the tokens themselves are not for logs.</summary>
    public override string ToString() => $"{nameof(IssuedTokens)} of {User.Id}";
}
