using System.Net.WebSockets;
using System.Text;

namespace Investr.GraphQL.Tests.AspNetCore;

/// <summary>A WebSocket client that sends and receives text, frame by frame where a test wants it.</summary>
internal sealed class WsClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public static async Task<WsClient> ConnectAsync(TestServer server, string? subprotocol = "graphql-transport-ws")
    {
        var client = new WsClient();
        if (subprotocol is not null) client._socket.Options.AddSubProtocol(subprotocol);
        await client._socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        return client;
    }

    /// <summary>Connects and initializes.</summary>
    public static async Task<WsClient> StartAsync(TestServer server, string init = """{"type":"connection_init"}""")
    {
        var client = await ConnectAsync(server);
        await client.SendAsync(init);
        Assert.StartsWith("""{"type":"connection_ack""", await client.ReceiveAsync(), StringComparison.Ordinal);
        return client;
    }

    public Task SendAsync(string message, WebSocketMessageType type = WebSocketMessageType.Text, bool isLast = true) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), type, isLast, CancellationToken.None);

    public Task SubscribeAsync(string id, string query = "{a}") =>
        SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");

    public async Task<string> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[1 << 20];
        var length = 0;
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
            if (received.MessageType == WebSocketMessageType.Close) return $"{(int)_socket.CloseStatus!} {_socket.CloseStatusDescription}";
            length += received.Count;
            if (received.EndOfMessage) return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    /// <summary>Goes without a word.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
