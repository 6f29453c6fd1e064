using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>Signs a user in on the device that asks: begins a session and makes its first pair of tokens.</summary>
internal sealed class SessionStart(ISessionRepository sessions, ITokenIssuer tokens, IViewer viewer, TimeProvider time)
{
    private const int LongestUserAgent = 256;

    /// <summary>Begins a session, to be written with the caller's commit.</summary>
    public IssuedTokens Begin(User user)
    {
        var secret = RefreshToken.NewSecret();
        var session = Session.Begin(
            user.Id, RefreshToken.HashOf(secret), Shortened(viewer.UserAgent), time.GetUtcNow(), tokens.RefreshTokenLifetime);

        sessions.Add(session);
        return TokensOf(session, user, secret);
    }

    /// <summary>The pair of tokens for a session whose refresh token is the one with this secret.</summary>
    public IssuedTokens TokensOf(Session session, User user, string secret)
    {
        var access = tokens.Issue(user, session.Id);
        return new(access.Value, access.ExpiresAt, new RefreshToken(session.Id, secret).ToString(), session.ExpiresAt, user, session.Id);
    }

    private static string? Shortened(string? userAgent) =>
        userAgent?.Length > LongestUserAgent ? userAgent[..LongestUserAgent] : userAgent;
}
