using System.Security.Claims;
using Investr.Application.Users;
using Investr.Domain.Users;

namespace Investr.Api.Auth;

/// <summary>Whether the session that an access token was made for still lasts, and its user is not kept out.</summary>
internal sealed class SessionCheck(ISignedIn signedIn)
{
    public ValueTask<bool> IsSignedInAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        Guid.TryParse(principal.FindFirstValue(TokenClaims.User), out var user) && Guid.TryParse(principal.FindFirstValue(TokenClaims.Session), out var session)
            ? signedIn.IsSignedInAsync(new UserId(user), new SessionId(session), cancellationToken)
            : new(false);
}
