using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>Accepts WebSocket handshakes and serves their connections.</summary>
internal sealed class SocketEndpoint(
    IRequestExecutor executor, ISocketSessionInterceptor interceptor, GraphQLSocketOptions options, TimeProvider time,
    ILogger<SocketEndpoint> logger, IServerDiagnosticEvents? events, CancellationToken serverStopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        var offered = context.WebSockets.WebSocketRequestedProtocols;
        var dialect = WebSocketDialect.Of(offered);
        using var accepted = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            // Agreeing to a foreign subprotocol is the only way to tell its client why it is closed.
            SubProtocol = dialect?.Subprotocol ?? offered.FirstOrDefault(),
            KeepAliveInterval = options.KeepAliveInterval,
            KeepAliveTimeout = options.KeepAliveInterval,
        });
        using var socket = new Socket(accepted, options.MaxMessageBytes);
        if (dialect is null)
        {
            await socket.CloseAsync(CloseReason.NotAcceptable);
            await socket.DrainAsync();
            return;
        }

        SocketProtocol? protocol = null;
        using var session = new SocketSession(context, time, reason => _ = protocol?.CloseAsync(reason));
        protocol = new(dialect, socket, session, executor, interceptor, options, time, logger, events);
        using var scope = events?.WebSocketSession(session);
        await using var stopping = serverStopping.Register(() => _ = protocol.CloseAsync(CloseReason.GoingAway));
        await protocol.RunAsync(context.RequestAborted);
        if (socket.Closed is { } closed) events?.WebSocketSessionClosed(session, closed.Code, closed.Text);
    }
}
