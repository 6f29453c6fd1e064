using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json;
using Investr.GraphQL.AspNetCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.AspNetCore;

public sealed class WebSocketTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly FakeExecutor _executor = new();

    [Fact]
    public async Task A_query_is_answered_and_completed()
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.StartAsync(server);

        await client.SendAsync("""{"id":"q\"1","type":"subscribe","payload":{"query":"{\n a }","variables":{"x":1},"operationName":null}}""");

        Assert.Equal("""{"id":"q\"1","type":"next","payload":{"data":{"hello":"world"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"q\"1","type":"complete"}""", await client.ReceiveAsync());
        var asked = Assert.Single(_executor.Asked);
        Assert.Equal((@"{\n a }", true, """{"x":1}"""), (asked.Query, asked.IsEscaped, asked.Variables));
        Assert.Equal(AllowedOperations.Query | AllowedOperations.Mutation | AllowedOperations.Subscription, asked.Request.Allowed);
    }

    [Fact]
    public async Task An_operation_that_could_not_run_ends_with_its_errors()
    {
        _executor.Answers("""{"errors":[{"message":"No."}]}""", ResultKind.RequestError, new GraphQLError("No."));
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.StartAsync(server);

        await client.SubscribeAsync("1");

        Assert.Equal("""{"id":"1","type":"error","payload":[{"message":"No."}]}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Operations_run_side_by_side_and_a_completed_id_is_free_again()
    {
        var streams = new Queue<FakeStream>([new(), new(), new()]);
        var all = streams.ToArray();
        _executor.Answer = (_, _) => new(streams.Dequeue());
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.StartAsync(server);

        await client.SubscribeAsync("a");
        await client.SubscribeAsync("b");
        all[1].Send("1");
        Assert.Equal("""{"id":"b","type":"next","payload":1}""", await client.ReceiveAsync());
        all[0].Send("2");
        Assert.Equal("""{"id":"a","type":"next","payload":2}""", await client.ReceiveAsync());
        all[1].End();
        Assert.Equal("""{"id":"b","type":"complete"}""", await client.ReceiveAsync());

        await client.SendAsync("""{"id":"a","type":"complete"}""");
        await all[0].Disposed.WaitAsync(Patience);
        await client.SubscribeAsync("a");
        all[2].Send("3");
        Assert.Equal("""{"id":"a","type":"next","payload":3}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_payload()
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.ConnectAsync(server);

        await client.SendAsync("""{"type":"ping","payload":{"x":[1, 2]}}""");
        await client.SendAsync("""{"type":"pong"}""");
        await client.SendAsync("""{"type":"ping"}""");

        Assert.Equal("""{"type":"pong","payload":{"x":[1, 2]}}""", await client.ReceiveAsync());
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_may_come_in_frames()
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.StartAsync(server);
        var query = new string('a', 50_000);
        var message = $$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{query}}}"}}""";

        foreach (var piece in message.Chunk(1_000)) await client.SendAsync(new(piece), isLast: false);
        await client.SendAsync("", isLast: true);

        Assert.Contains("\"next\"", await client.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal(query, Assert.Single(_executor.Asked).Query);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"next"}""")]
    [InlineData("""{"type":"connection_init","payload":"x"}""")]
    [InlineData("""{"type":"ping","payload":[]}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{a}"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"pong"} {}""")]
    public async Task What_is_no_message_closes_the_socket_with_4400(string message)
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.ConnectAsync(server);

        await client.SendAsync(message);

        Assert.StartsWith("4400 ", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_request_or_a_binary_frame_closes_the_socket_with_4400()
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var malformed = await WsClient.StartAsync(server);
        using var binary = await WsClient.StartAsync(server);

        await malformed.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":1}}""");
        await binary.SendAsync("""{"type":"ping"}""", WebSocketMessageType.Binary);

        Assert.Equal("4400 The query must be a string.", await malformed.ReceiveAsync());
        Assert.StartsWith("4400 ", await binary.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscribe_before_the_acknowledgement_closes_with_4401()
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.ConnectAsync(server);

        await client.SubscribeAsync("1");

        Assert.Equal("4401 Unauthorized", await client.ReceiveAsync());
        Assert.Empty(_executor.Asked);
    }

    [Theory]
    [InlineData("some-other")]
    [InlineData(null)]
    public async Task Another_subprotocol_closes_with_4406(string? subprotocol)
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.ConnectAsync(server, subprotocol);

        Assert.Equal("4406 Subprotocol not acceptable", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_client_that_does_not_initialize_in_time_is_closed_with_4408()
    {
        await using var server = await TestServer.StartAsync(
            _executor, new() { Sockets = new() { ConnectionInitTimeout = TimeSpan.FromMilliseconds(50) } });
        using var client = await WsClient.ConnectAsync(server);

        Assert.Equal("4408 Connection initialisation timeout", await client.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_that_is_taken_closes_with_4409()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.StartAsync(server);
        var id = new string('é', 100);

        await client.SubscribeAsync(id);
        await client.SubscribeAsync(id);

        Assert.StartsWith("4409 Subscriber for é", await client.ReceiveAsync(), StringComparison.Ordinal);
        await stream.Disposed.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_second_init_closes_with_4429()
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.StartAsync(server);

        await client.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal("4429 Too many initialisation requests", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_failure_of_ours_closes_with_4500_and_keeps_its_cause_to_itself()
    {
        _executor.Answer = (_, _) => throw new InvalidOperationException("secret");
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.StartAsync(server);

        await client.SubscribeAsync("1");

        Assert.Equal("4500 Internal server error", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_that_is_too_long_closes_with_1009()
    {
        await using var server = await TestServer.StartAsync(_executor, new() { Sockets = new() { MaxMessageBytes = 5_000 } });
        using var client = await WsClient.StartAsync(server);

        await client.SendAsync("""{"type":"ping"}""".PadRight(5_000));
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
        await client.SendAsync("""{"type":"ping"}""".PadRight(5_001));

        Assert.Equal("1009 Message too big", await client.ReceiveAsync());
    }

    [Fact]
    public async Task One_operation_too_many_is_an_error_of_that_operation()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor, new() { Sockets = new() { MaxSubscriptionsPerSocket = 1 } });
        using var client = await WsClient.StartAsync(server);

        await client.SubscribeAsync("1");
        await client.SubscribeAsync("2");

        Assert.StartsWith("""{"id":"2","type":"error","payload":[{"message":""", await client.ReceiveAsync(), StringComparison.Ordinal);
        stream.Send("1");
        Assert.Equal("""{"id":"1","type":"next","payload":1}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task The_payload_of_the_init_decides_who_the_operations_run_for()
    {
        await using var server = await TestServer.StartAsync(
            _executor, services: services => services.AddSingleton<ISocketSessionInterceptor>(new TokenInterceptor()));
        using var known = await WsClient.ConnectAsync(server);
        using var unknown = await WsClient.StartAsync(server, """{"type":"connection_init","payload":{"user":"anna"}}""");
        await unknown.SubscribeAsync("1");
        await unknown.ReceiveAsync();

        await known.SendAsync("""{"type":"connection_init","payload":null}""");

        Assert.Equal("4403 No token.", await known.ReceiveAsync());
        Assert.Equal("anna", Assert.Single(_executor.Asked).Request.User!.Identity!.Name);
        Assert.Equal("1", _executor.Asked[0].Request.ContextData!["operation"]);
    }

    [Fact]
    public async Task An_authorization_that_ends_closes_the_socket_with_4403()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(
            _executor, services: services => services.AddSingleton<ISocketSessionInterceptor>(new TokenInterceptor()));
        using var client = await WsClient.StartAsync(server, """{"type":"connection_init","payload":{"user":"anna","seconds":0.3}}""");

        await client.SubscribeAsync("1");

        Assert.Equal("4403 Forbidden", await client.ReceiveAsync());
        await stream.Disposed.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_program_closes_a_socket_when_it_will_and_says_why()
    {
        var (stream, interceptor) = (new FakeStream(), new TokenInterceptor());
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(
            _executor, services: services => services.AddSingleton<ISocketSessionInterceptor>(interceptor));
        using var client = await WsClient.StartAsync(server, """{"type":"connection_init","payload":{"user":"anna"}}""");
        await client.SubscribeAsync("1");

        interceptor.Session!.Close("Signed out.");

        Assert.Equal("4403 Signed out.", await client.ReceiveAsync());
        await stream.Disposed.WaitAsync(Patience);
    }

    [Fact]
    public async Task Each_operation_has_services_of_its_own_that_end_with_it()
    {
        var scopes = new List<Scoped>();
        _executor.Answer = (request, _) =>
        {
            scopes.Add(request.Services.GetRequiredService<Scoped>());
            return new(new FakeResult("{}"));
        };
        await using var server = await TestServer.StartAsync(_executor, services: services => services.AddScoped<Scoped>());
        using var client = await WsClient.StartAsync(server);

        foreach (var id in (string[])["1", "2"])
        {
            await client.SubscribeAsync(id);
            await client.ReceiveAsync();
            await client.ReceiveAsync();
        }

        Assert.NotSame(scopes[0], scopes[1]);
        Assert.All(scopes, scope => Assert.True(scope.IsDisposed));
    }

    [Fact]
    public async Task A_client_that_vanishes_frees_every_source_even_one_that_was_still_opening()
    {
        var (open, late) = (new FakeStream(), new FakeStream());
        var opening = new TaskCompletionSource<IExecutionResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = new Queue<ValueTask<IExecutionResult>>([new(open), new(opening.Task)]);
        _executor.Answer = (_, _) => answers.Dequeue();
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.StartAsync(server);
        await client.SubscribeAsync("1");
        await client.SubscribeAsync("2");
        open.Send("1");
        await client.ReceiveAsync();

        client.Abort();
        await open.Disposed.WaitAsync(Patience);
        opening.SetResult(late);

        await late.Disposed.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_client_that_does_not_read_misses_the_oldest_and_costs_no_more_memory()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor, new() { Sockets = new() { MaxQueuedResponses = 4 } });
        using var client = await WsClient.StartAsync(server);
        await client.SubscribeAsync("1");

        // 400 responses of 100 kB are far beyond what the sockets' own buffers hold.
        var padding = new string(' ', 100_000);
        var sent = Enumerable.Range(0, 400).Select(number => stream.Send(number + padding)).ToArray();
        var deadline = Task.Delay(Patience);
        while (sent.Count(response => !response.IsDisposed) > 5 && !deadline.IsCompleted) await Task.Delay(10);

        // Four wait and one is being sent, unless the sockets' own buffers hold those too; the others were sent or dropped.
        Assert.InRange(sent.Count(response => !response.IsDisposed), 0, 5);
        var seen = new List<int>();
        while (seen.Count == 0 || seen[^1] != 399)
        {
            var message = await client.ReceiveAsync();
            seen.Add(JsonDocument.Parse(message).RootElement.GetProperty("payload").GetInt32());
        }

        Assert.Equal(seen.Order(), seen);
        Assert.True(seen.Count < 400);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_disconnected_where_that_is_the_policy()
    {
        var stream = new FakeStream();
        var closings = new Closings();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(
            _executor,
            new() { Sockets = new() { MaxQueuedResponses = 4, SlowClients = SlowClientPolicy.Disconnect } },
            services => services.AddSingleton<IServerDiagnosticEvents>(closings));
        using var client = await WsClient.StartAsync(server);
        await client.SubscribeAsync("1");

        // 400 responses of 100 kB are far beyond what the sockets' own buffers hold.
        var padding = new string(' ', 100_000);
        for (var number = 0; number < 400; number++) stream.Send(number + padding);

        await stream.Disposed.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("1013 The client reads too slowly", await closings.First.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_server_that_stops_tells_its_clients()
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var client = await WsClient.StartAsync(server);

        var stopping = server.StopAsync();

        Assert.Equal("1001 Going away", await client.ReceiveAsync());
        await stopping.WaitAsync(Patience);
    }

    private sealed class Closings : ServerDiagnosticEventListener
    {
        public TaskCompletionSource<string> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void WebSocketSessionClosed(ISocketSession session, int code, string reason) => First.TrySetResult($"{code} {reason}");
    }

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class TokenInterceptor : DefaultSocketSessionInterceptor
    {
        public ISocketSession? Session { get; private set; }

        public override ValueTask<ConnectionStatus> OnConnectAsync(ISocketSession session, JsonElement payload, CancellationToken cancellationToken)
        {
            if (payload.ValueKind != JsonValueKind.Object) return new(ConnectionStatus.Reject("No token."));

            Session = session;
            session.User = new(new ClaimsIdentity([new(ClaimTypes.Name, payload.GetProperty("user").GetString()!)], "test"));
            if (payload.TryGetProperty("seconds", out var seconds)) session.ExpiresAt = TimeProvider.System.GetUtcNow().AddSeconds(seconds.GetDouble());
            return new(ConnectionStatus.Accept(new Dictionary<string, object?> { ["hello"] = "anna" }));
        }

        public override ValueTask OnRequestAsync(
            ISocketSession session, string operationId, OperationRequestBuilder request, CancellationToken cancellationToken)
        {
            request.SetGlobalState("operation", operationId);
            return default;
        }
    }
}
