using System.Security.Claims;
using Investr.Application.Users;

namespace Investr.Api.Auth;

/// <summary>Who an access token speaks for now: its user, with the roles that they have by now, while its session lasts.</summary>
internal sealed class SessionCheck(ISignedIn signedIn)
{
    /// <summary>The token's own principal where its roles still hold, else one with those of today; null once its session is over.</summary>
    public async ValueTask<ClaimsPrincipal?> PresentAsync(ClaimsPrincipal token, CancellationToken cancellationToken)
    {
        if (token.UserId() is not { } user || token.SessionId() is not { } session) return null;
        if (await signedIn.RolesOfAsync(user, session, cancellationToken) is not { } roles) return null;

        var names = roles.Select(TokenClaims.NameOf);
        return names.SequenceEqual(token.FindAll(TokenClaims.Role).Select(claim => claim.Value)) ? token : WithRoles(token, names);
    }

    private static ClaimsPrincipal WithRoles(ClaimsPrincipal token, IEnumerable<string> roles) => new(new ClaimsIdentity(
        token.Claims.Where(claim => claim.Type != TokenClaims.Role).Concat(roles.Select(role => new Claim(TokenClaims.Role, role))),
        token.Identity!.AuthenticationType,
        TokenClaims.User,
        TokenClaims.Role));
}
