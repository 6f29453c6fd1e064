using System.Security.Claims;
using Investr.Application.Users;
using Investr.Domain.Users;

namespace Investr.Api.Auth;

/// <summary>Whether the session that an access token was made for still lasts, and its user is not kept out.</summary>
internal sealed class SessionCheck(ISignedIn signedIn)
{
    public ValueTask<bool> IsSignedInAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        Guid.TryParse(principal.FindFirstValue(Claims.User), out var user) && Guid.TryParse(principal.FindFirstValue(Claims.Session), out var session)
            ? signedIn.IsSignedInAsync(new UserId(user), new SessionId(session), cancellationToken)
            : new(false);
}

/// <summary>The claims of an access token.</summary>
internal static class Claims
{
    public const string User = "sub";

    public const string Session = "sid";

    public const string Role = "role";
}
