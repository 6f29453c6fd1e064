using System.Net.WebSockets;
using System.Text.Json;

namespace Investr.Api.Tests.Host;

/// <summary>A client's end of graphql-transport-ws.</summary>
public sealed class TestSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();

    /// <summary>Connects; a token goes into the payload of connection_init, as browsers must do it.</summary>
    public static async Task<TestSocket> ConnectAsync(Uri address, string? token)
    {
        var socket = new TestSocket();
        socket._socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri, TestContext.Current.CancellationToken);
        await socket.SendAsync(token is null
            ? new { type = "connection_init" }
            : new { type = "connection_init", payload = new { authorization = $"Bearer {token}" } });
        return socket;
    }

    public Task SubscribeAsync(string id, string query, object? variables = null) =>
        SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    public Task CompleteAsync(string id) => SendAsync(new { id, type = "complete" });

    /// <summary>The next message but for pings; the close, where that comes, as its status and reason.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var message = await ReadAsync(patience.Token);
            if (!message.TryGetProperty("type", out var type) || type.GetString() != "ping") return message;
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonElement> ReadAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8_192];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return JsonSerializer.SerializeToElement(new { closed = (int)part.CloseStatus!.Value, reason = part.CloseStatusDescription });

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonElement.Parse(message.GetBuffer().AsSpan(0, (int)message.Length));
        }
    }

    private Task SendAsync(object message) => _socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
}
