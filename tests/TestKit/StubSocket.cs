using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Investr.TestKit;

/// <summary>WebSockets of a market's API: the test says what it sends, reads what it was sent, and hangs up.</summary>
public sealed class StubSocket
{
    private readonly Channel<string> _received = Channel.CreateUnbounded<string>();
    private readonly Channel<Step> _steps = Channel.CreateUnbounded<Step>();
    private int _connections;

    /// <summary>How often somebody connected.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The query of the connection that is open, or was last.</summary>
    public string QueryString { get; private set; } = "";

    /// <summary>Sends a message, as soon as there is a connection.</summary>
    public void Send(string message) => _steps.Writer.TryWrite(new(message, Breaks: false));

    /// <summary>Closes the connection after all that was sent; the next one begins anew.</summary>
    public void HangUp() => _steps.Writer.TryWrite(new(Message: null, Breaks: false));

    /// <summary>Breaks the connection off after all that was sent, without a word.</summary>
    public void Break() => _steps.Writer.TryWrite(new(Message: null, Breaks: true));

    /// <summary>Waits for the next message from the other side.</summary>
    public ValueTask<string> ReceiveAsync(CancellationToken cancellationToken) => _received.Reader.ReadAsync(cancellationToken);

    internal async Task ServeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        QueryString = context.Request.QueryString.Value!;
        Interlocked.Increment(ref _connections);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var speaking = SpeakAsync(socket, ended.Token);
        try
        {
            // Whoever hangs up waits for the other side to do so too.
            await ListenAsync(socket, ended.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or WebSocketException)
        {
            // The other side went away, or the test is over.
        }

        await ended.CancelAsync();
        await speaking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task SpeakAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        while (true)
        {
            var step = await _steps.Reader.ReadAsync(cancellationToken);
            if (step.Message is not null)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(step.Message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                continue;
            }

            if (step.Breaks) socket.Abort();
            else await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "the day is over", cancellationToken);
            return;
        }
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

    private readonly record struct Step(string? Message, bool Breaks);
}
