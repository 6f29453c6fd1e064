using System.Net.Http.Json;
using System.Threading.Channels;
using Investr.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.AspNetCore;

/// <summary>What a listener hears of the transports, in the order in which it happens.</summary>
public sealed class ServerDiagnosticsTests
{
    private readonly FakeExecutor _executor = new();
    private readonly Heard _heard = new();

    private Task<TestServer> StartAsync() =>
        TestServer.StartAsync(_executor, services: services => services.AddSingleton<IServerDiagnosticEvents>(_heard));

    [Fact]
    public async Task A_request_is_told_by_its_kind_from_its_start_to_its_answer()
    {
        await using var server = await StartAsync();

        (await server.Client.PostAsJsonAsync("/graphql", new { query = "{ a }" })).Dispose();
        (await server.Client.GetAsync("/graphql?query={a}")).Dispose();

        await _heard.ExpectAsync("Post", "end of Post", "Get", "end of Get");
    }

    [Fact]
    public async Task A_request_that_is_none_is_told_with_its_errors()
    {
        await using var server = await StartAsync();

        (await server.Client.PostAsync("/graphql", new StringContent("{", null, "application/json"))).Dispose();
        using var multipart = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new MultipartFormDataContent("x") };
        (await server.Client.SendAsync(multipart)).Dispose();

        await _heard.ExpectAsync("Post", "1 errors", "end of Post", "Multipart", "1 errors", "end of Multipart");
    }

    [Fact]
    public async Task An_event_stream_is_told_while_it_is_open()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription{a}") { Headers = { { "Accept", "text/event-stream" } } };

        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await _heard.ExpectAsync("Get", "stream");
        stream.End();

        await _heard.ExpectAsync("end of stream", "end of Get");
    }

    [Fact]
    public async Task A_reserved_stream_is_told_when_it_is_opened()
    {
        await using var server = await StartAsync();
        using var reserved = await server.Client.SendAsync(new(HttpMethod.Put, "/graphql"));
        var token = await reserved.Content.ReadAsStringAsync();
        await _heard.ExpectAsync("EventStream", "end of EventStream");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?token={token}") { Headers = { { "Accept", "text/event-stream" } } };

        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await _heard.ExpectAsync("EventStream", "stream");
        response.Dispose();

        await _heard.ExpectAsync("end of stream", "end of EventStream");
    }

    [Fact]
    public async Task A_socket_and_its_operations_are_told_from_their_start_to_their_end()
    {
        await using var server = await StartAsync();
        using var client = await WsClient.StartAsync(server);
        await client.SubscribeAsync("7");
        await _heard.ExpectAsync("socket", "operation 7", "end of operation 7");

        await client.SendAsync("nonsense");

        await _heard.ExpectAsync("closed by 4400 Invalid message received", "end of socket");
    }

    [Fact]
    public async Task A_client_that_goes_ends_what_it_had()
    {
        _executor.Answer = (_, _) => new(new FakeStream());
        await using var server = await StartAsync();
        using var client = await WsClient.StartAsync(server);
        await client.SubscribeAsync("7");
        await _heard.ExpectAsync("socket", "operation 7");

        client.Abort();

        await _heard.ExpectAsync("end of operation 7", "closed by 1000 Normal closure", "end of socket");
    }

    [Fact]
    public async Task Several_listeners_hear_the_same()
    {
        var other = new Heard();
        await using var server = await TestServer.StartAsync(
            _executor, services: services => services.AddSingleton<IServerDiagnosticEvents>(_heard).AddSingleton<IServerDiagnosticEvents>(other));

        (await server.Client.PostAsJsonAsync("/graphql", new { query = "{ a }" })).Dispose();

        await _heard.ExpectAsync("Post", "end of Post");
        await other.ExpectAsync("Post", "end of Post");
    }

    private sealed class Heard : ServerDiagnosticEventListener
    {
        private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

        public async Task ExpectAsync(params string[] expected)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            foreach (var line in expected) Assert.Equal(line, await _told.Reader.ReadAsync(patience.Token));
        }

        public override IDisposable? ExecuteHttpRequest(HttpContext context, HttpRequestKind kind) => Scope(kind.ToString());

        public override void HttpRequestError(HttpContext context, IReadOnlyList<IError> errors) => _told.Writer.TryWrite($"{errors.Count} errors");

        public override IDisposable? EventStream(HttpContext context) => Scope("stream");

        public override IDisposable? WebSocketSession(ISocketSession session) => Scope("socket");

        public override void WebSocketSessionClosed(ISocketSession session, int code, string reason) => _told.Writer.TryWrite($"closed by {code} {reason}");

        public override IDisposable? WebSocketOperation(ISocketSession session, string operationId) => Scope($"operation {operationId}");

        private End Scope(string name)
        {
            _told.Writer.TryWrite(name);
            return new(() => _told.Writer.TryWrite($"end of {name}"));
        }

        private sealed class End(Action end) : IDisposable
        {
            public void Dispose() => end();
        }
    }
}
