using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.AspNetCore;

/// <summary>Sockets that end by a TCP reset, without a word. <c>tests/Benchmarks --soak</c> does the same for longer, and measures.</summary>
public sealed class VanishingClientTests : IAsyncLifetime
{
    private static readonly byte[] Handshake = Encoding.ASCII.GetBytes(
        "GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n");

    // Masked with a key of zeros.
    private static readonly byte[] Subscribe =
    [
        .. Frame("""{"type":"connection_init"}"""),
        .. Frame("""{"id":"1","type":"subscribe","payload":{"query":"subscription { heard }"}}"""),
    ];

    private readonly ServiceProvider _services = Services();
    private TestServer _server = null!;

    private Topic<string> Topic => _services.GetRequiredService<Topic<string>>();

    public async ValueTask InitializeAsync() =>
        _server = await TestServer.StartAsync(_services.GetRequiredService<IRequestExecutor>(), services: services => services.AddSingleton(Topic));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Whenever_a_client_vanishes_its_source_is_let_go_of()
    {
        for (var round = 0; round < 20; round++)
        {
            var sockets = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SubscribeAsync()));
            Topic.Publish("while some subscribe still");
            foreach (var socket in sockets) Reset(socket);
        }

        await UntilReadersAreAsync(0);
    }

    [Fact]
    public async Task A_crowd_that_vanishes_at_once_leaves_a_server_that_answers()
    {
        const int crowd = 200;
        var sockets = await Task.WhenAll(Enumerable.Range(0, crowd).Select(_ => SubscribeAsync()));
        await UntilReadersAreAsync(crowd);
        foreach (var socket in sockets) Reset(socket);

        using var answer = await _server.Client.PostAsync(new Uri("/graphql", UriKind.Relative), new StringContent("""{"query":"{ hello }"}""", Encoding.UTF8, "application/json"));
        Assert.Equal("""{"data":{"hello":"world"}}""", await answer.Content.ReadAsStringAsync());
        await UntilReadersAreAsync(0);
    }

    private async Task<Socket> SubscribeAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _server.Address.Port);
        await socket.SendAsync(Handshake);
        await socket.ReceiveAsync(new byte[1024]);
        await socket.SendAsync(Subscribe);
        return socket;
    }

    private static void Reset(Socket socket)
    {
        socket.LingerState = new(enable: true, seconds: 0);
        socket.Dispose();
    }

    private async Task UntilReadersAreAsync(int count)
    {
        var clock = Stopwatch.StartNew();
        while (Topic.Readers != count && clock.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(10);
        Assert.Equal(count, Topic.Readers);
    }

    private static byte[] Frame(string text) => [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(text)];

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new Topic<string>());
        services.AddGraphQLServer().AddType(typeof(Query)).AddType(typeof(Subscription));
        return services.BuildServiceProvider();
    }

    [QueryType]
    internal static class Query
    {
        public static string Hello() => "world";
    }

    [SubscriptionType]
    internal static class Subscription
    {
        [Subscribe(With = nameof(Follow)), SameForAll]
        public static string Heard([EventMessage] string text) => text;

        public static IAsyncEnumerable<string> Follow(Topic<string> topic) => topic.ReadAsync();
    }
}
