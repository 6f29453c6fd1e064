using System.Globalization;
using System.Security.Claims;
using Investr.Application.Users;
using Investr.Domain.Users;

namespace Investr.Api.Auth;

/// <summary>What the claims of an access token say.</summary>
internal static class TokenPrincipal
{
    public static UserId? UserId(this ClaimsPrincipal? token) =>
        Guid.TryParse(token?.FindFirstValue(TokenClaims.User), out var id) ? new UserId(id) : null;

    public static SessionId? SessionId(this ClaimsPrincipal? token) =>
        Guid.TryParse(token?.FindFirstValue(TokenClaims.Session), out var id) ? new SessionId(id) : null;

    public static DateTimeOffset? ExpiresAt(this ClaimsPrincipal token) =>
        long.TryParse(token.FindFirstValue("exp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
