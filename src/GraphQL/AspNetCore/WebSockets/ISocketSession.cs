using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore;

/// <summary>One client's WebSocket connection.</summary>
public interface ISocketSession
{
    /// <summary>The handshake's request.</summary>
    HttpContext HttpContext { get; }

    /// <summary>Who the operations run for: the handshake's user until an interceptor sets another.</summary>
    ClaimsPrincipal User { get; set; }

    /// <summary>When the session's authorization ends and the socket closes with 4403; null for never.</summary>
    DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Ends the session's authorization now: the socket closes with 4403 and this reason, of at most 123 bytes.</summary>
    void Close(string reason);
}
