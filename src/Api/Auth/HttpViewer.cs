using System.Collections.Frozen;
using System.Security.Claims;
using Investr.Application;
using Investr.Application.Users;
using Investr.Domain.Users;

namespace Investr.Api.Auth;

/// <summary>Who is asking: by the access token of the request or socket, or because this very operation has just signed them in.</summary>
internal sealed class HttpViewer(IHttpContextAccessor http) : IViewer
{
    private IssuedTokens? _signedIn;

    public UserId? Id => _signedIn?.User.Id ?? Principal.UserId();

    public SessionId? SessionId => _signedIn?.Session ?? Principal.SessionId();

    public IReadOnlySet<Role> Roles =>
        (_signedIn?.User.Roles ?? Principal?.FindAll(TokenClaims.Role).Select(claim => Enum.Parse<Role>(claim.Value, ignoreCase: true)))?.ToFrozenSet()
        ?? FrozenSet<Role>.Empty;

    public string? IpAddress => http.HttpContext?.Connection.RemoteIpAddress?.ToString();

    public string? UserAgent => http.HttpContext?.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null;

    private ClaimsPrincipal? Principal => http.HttpContext?.User;

    /// <summary>For the rest of this operation: whoever has just shown who they are may see what is theirs in the answer.</summary>
    public void HasSignedIn(IssuedTokens tokens) => _signedIn = tokens;
}
