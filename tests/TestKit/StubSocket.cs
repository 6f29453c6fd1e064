using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Investr.TestKit;

/// <summary>WebSockets of a market's API: the test says what it sends, reads what it was sent, and hangs up.</summary>
public sealed class StubSocket
{
    private readonly Channel<string> _received = Channel.CreateUnbounded<string>();
    private readonly Channel<string?> _toSend = Channel.CreateUnbounded<string?>();
    private int _connections;

    /// <summary>How often somebody connected.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The query of the connection that is open, or was last.</summary>
    public string QueryString { get; private set; } = "";

    /// <summary>Sends a message, as soon as there is a connection.</summary>
    public void Send(string message) => _toSend.Writer.TryWrite(message);

    /// <summary>Closes the connection after all that was sent; the next one begins anew.</summary>
    public void HangUp() => _toSend.Writer.TryWrite(null);

    /// <summary>Waits for the next message from the other side.</summary>
    public ValueTask<string> ReceiveAsync(CancellationToken cancellationToken) => _received.Reader.ReadAsync(cancellationToken);

    internal async Task ServeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        QueryString = context.Request.QueryString.Value!;
        Interlocked.Increment(ref _connections);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Task.WhenAny(ListenAsync(socket, ended.Token), SpeakAsync(socket, ended.Token)).Unwrap();
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException)
        {
            // The other side went away, or the test is over.
        }

        await ended.CancelAsync();
    }

    private async Task SpeakAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        while (await _toSend.Reader.ReadAsync(cancellationToken) is { } message)
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

        await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "the day is over", cancellationToken);
    }

    private async Task ListenAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var message = await socket.ReceiveAsync(buffer, cancellationToken);
            if (message.MessageType == WebSocketMessageType.Close) return;

            await _received.Writer.WriteAsync(Encoding.UTF8.GetString(buffer, 0, message.Count), cancellationToken);
        }
    }
}
