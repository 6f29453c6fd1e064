using System.Security.Claims;
using System.Text.Json;
using Investr.GraphQL.AspNetCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Investr.Api.Auth;

/// <summary>Who a socket belongs to: the token in <c>connection_init</c>, else that of the handshake. It closes when the token expires or its
/// session ends, and when the user is given other roles.</summary>
internal sealed class SocketAuthentication(TokenValidationParameters parameters, SessionCheck sessions, OpenConnections connections) : DefaultSocketSessionInterceptor
{
    private const string Scheme = "Bearer ";

    // Browsers cannot set headers on a handshake; clients put them into the payload, some of them one level down.
    private static readonly string[] Names = ["authorization", "Authorization", "authToken"];

    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    public override async ValueTask<ConnectionStatus> OnConnectAsync(ISocketSession session, JsonElement payload, CancellationToken cancellationToken)
    {
        if (TokenIn(payload) is not { } token) return session.User.UserId() is null ? ConnectionStatus.Accept() : Accept(session, session.User);

        var result = await _tokens.ValidateTokenAsync(token, parameters);
        if (!result.IsValid) return ConnectionStatus.Reject(TokenFault.Of(result.Exception).Message);

        return await sessions.PresentAsync(new(result.ClaimsIdentity), cancellationToken) is { } principal
            ? Accept(session, principal)
            : ConnectionStatus.Reject(TokenFault.SessionEnded.Message);
    }

    private ConnectionStatus Accept(ISocketSession session, ClaimsPrincipal principal)
    {
        session.User = principal;
        session.ExpiresAt = principal.ExpiresAt();
        session.HttpContext.Response.RegisterForDispose(connections.Watch(principal, () => session.Close("The session has ended, or its roles have changed.")));
        return ConnectionStatus.Accept();
    }

    private static string? TokenIn(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object) return null;

        var text = Names.Select(name => Text(payload, name)).FirstOrDefault(found => found is not null);
        if (text is null && payload.TryGetProperty("headers", out var headers)) return TokenIn(headers);
        return text?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true ? text[Scheme.Length..].Trim() : text;
    }

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
