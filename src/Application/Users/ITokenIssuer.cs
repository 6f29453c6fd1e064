using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>Signs access tokens.</summary>
public interface ITokenIssuer
{
    /// <summary>How long a refresh token can be used.</summary>
    TimeSpan RefreshTokenLifetime { get; }

    /// <summary>A token that says who the user is, what they may do and on which device they signed in.</summary>
    AccessToken Issue(User user, SessionId session);
}

/// <summary>A signed access token.</summary>
/// <param name="Value">The token as it is sent.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);
