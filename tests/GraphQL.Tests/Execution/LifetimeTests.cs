using System.Security.Claims;
using Investr.DataLoader;
using Investr.GraphQL.Language;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

public sealed class LifetimeTests
{
    private readonly TestServer _server = new("type Query { hang: Int deaf: Int loads: Int quick: Int long: [Int!] secret: Int }");

    public LifetimeTests() => _server
        .On("Query.hang", frame => Hang(frame.RequestAborted))
        .On("Query.deaf", _ => new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously).Task)
        .On("Query.quick", _ => 1)
        .On("Query.long", _ => Enumerable.Range(0, int.MaxValue));

    [Theory]
    [InlineData("{ quick hang }")]
    [InlineData("{ quick deaf }")]
    [InlineData("{ long }")]
    public async Task Time_that_is_up_ends_the_request(string query)
    {
        _server.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(50);
        using var server = _server.Start();

        Assert.Equal(
            """{"errors":[{"message":"The request exceeded the configured timeout of `00:00:00.0500000`.","extensions":{"code":"HC0045"}}],"data":null}""",
            await server.AskAsync(query));
        Assert.Equal("""{"data":{"quick":1}}""", await server.AskAsync("{ quick }"));
    }

    [Theory]
    [InlineData("{ hang }")]
    [InlineData("{ deaf }")]
    [InlineData("{ long }")]
    public async Task A_client_that_goes_ends_its_request_and_is_no_error(string query)
    {
        using var server = _server.Start();
        using var client = new CancellationTokenSource(50);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.AskAsync(query, cancellationToken: client.Token));

        Assert.Empty(_server.Heard.Errors);
        Assert.Equal(1, _server.Heard.Cancelled);
        Assert.Equal("""{"data":{"quick":1}}""", await server.AskAsync("{ quick }"));
    }

    [Fact]
    public async Task Whoever_waits_for_a_loader_when_the_request_is_given_up_goes_on()
    {
        _server.Services.AddScoped<DeafLoader>().AddSingleton<Release>();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Release? release = null;
        _server.On("Query.loads", frame =>
        {
            release = frame.Services.GetRequiredService<Release>();
            return Waits(frame.Services.GetRequiredService<DeafLoader>());
        });
        _server.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(50);
        using var server = _server.Start();

        Assert.Contains("HC0045", await server.AskAsync("{ loads }"), StringComparison.Ordinal);
        release!.Source.SetResult();

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));

        async Task<object?> Waits(DeafLoader loader)
        {
            try
            {
                return await loader.LoadAsync(1);
            }
            finally
            {
                ended.SetResult();
            }
        }
    }

    [Fact]
    public async Task No_more_operations_run_side_by_side_than_allowed()
    {
        var running = 0;
        var most = 0;
        _server.Options.MaxConcurrentExecutions = 3;
        _server.On("Query.quick", async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(5);
            Interlocked.Decrement(ref running);
            return 1;
        });
        using var server = _server.Start();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => server.AskAsync("{ quick }")));

        Assert.Equal(3, most);
    }

    [Fact]
    public async Task What_would_wait_behind_a_full_queue_is_refused_and_the_rest_gets_its_turn()
    {
        (_server.Options.MaxConcurrentExecutions, _server.Options.MaxQueuedExecutions) = (1, 1);
        var first = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.On("Query.quick", _ => first.Task);
        using var server = _server.Start();

        var running = server.AskAsync("{ quick }");
        var waiting = server.AskAsync("{ quick }");
        using var refused = Assert.IsAssignableFrom<OperationResult>(await server.ExecuteAsync("{ quick }", TestContext.Current.CancellationToken));
        first.SetResult(1);

        Assert.Equal(ResultKind.TooBusy, refused.Kind);
        Assert.Equal([ErrorCodes.TooBusy], refused.Errors.Select(error => error.Code));
        Assert.Equal(["""{"data":{"quick":1}}""", """{"data":{"quick":1}}"""], await Task.WhenAll(running, waiting));
        Assert.Equal("""{"data":{"quick":1}}""", await server.AskAsync("{ quick }"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_may_be_an_exception_from_whether_the_schema_is_told(bool isTold)
    {
        const string Query = """{ __type(name: "Query") { name } }""";
        _server.Options.AllowIntrospection = isTold;
        using var server = _server.Start();

        for (var time = 0; time < 2; time++)
        {
            var (asOthers, exception) = (await server.AskAsync(Query), await server.AskAsync(Query, allowIntrospection: !isTold));
            var (told, refused) = isTold ? (asOthers, exception) : (exception, asOthers);

            Assert.Equal("""{"data":{"__type":{"name":"Query"}}}""", told);
            Assert.Equal([ErrorCodes.IntrospectionNotAllowed], Answer.Of(refused).Codes);
            Assert.Equal(asOthers, await server.AskAsync(Query, allowIntrospection: isTold));
        }
    }

    [Fact]
    public async Task An_unexpected_failure_tells_the_client_a_trace_id_and_the_listeners_the_cause()
    {
        var failure = new InvalidOperationException("secret");
        _server.On("Query.secret", _ => failure);

        var json = await _server.AskAsync("{ quick secret }");
        var answer = Answer.Of(json);

        Assert.Equal("""{"quick":1,"secret":null}""", answer.Data);
        Assert.Equal(["Unexpected Execution Error"], answer.Messages);
        Assert.Equal([ErrorCodes.UnexpectedError], answer.Codes);
        Assert.Matches("\"locations\":\\[{\"line\":1,\"column\":9}],\"path\":\\[\"secret\"],\"extensions\":{\"code\":\"INTERNAL_ERROR\",\"traceId\":\"[0-9a-f]{32}\"}", json);
        Assert.Same(failure, Assert.Single(_server.Heard.Errors).Exception);
    }

    [Fact]
    public async Task A_filter_changes_what_the_client_is_told()
    {
        _server.Filters.Add(new Politely());
        _server.On("Query.secret", _ => new GraphQLException(new GraphQLError("no") { Code = "X" }));

        var answer = Answer.Of(await _server.AskAsync("{ secret }"));

        Assert.Equal(["Sorry: no"], answer.Messages);
        Assert.Equal(["X"], answer.Codes);
    }

    [Fact]
    public async Task A_failure_has_its_fields_schema_coordinate_which_clients_are_told_where_that_is_wanted()
    {
        _server.On("Query.secret", _ => new GraphQLException(new GraphQLError("no") { Code = "X" }));

        Assert.DoesNotContain("coordinate", await _server.AskAsync("{ secret }"), StringComparison.Ordinal);
        Assert.Equal(new SchemaCoordinate("Query", "secret"), Assert.Single(_server.Heard.Errors).Coordinate);

        _server.Options.IncludeErrorCoordinates = true;
        Assert.Contains(
            """{"code":"X","coordinate":"Query.secret"}""", await _server.AskAsync("{ mine: secret }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    [InlineData("INVESTOR", "AUTH_NOT_AUTHORIZED")]
    [InlineData("ADMIN", null)]
    public async Task A_field_is_for_those_in_its_roles(string? role, string? code)
    {
        var called = false;
        _server.Field("Query.secret").Authorization = [new(null, ["OWNER", "ADMIN"])];
        _server.User = role is null ? null : new(new ClaimsIdentity([new(ClaimTypes.Role, role)], "test"));
        _server.On("Query.secret", _ =>
        {
            called = true;
            return 42;
        });

        var answer = Answer.Of(await _server.AskAsync("{ quick secret }"));

        Assert.Equal(code is null ? [] : [code], answer.Codes);
        Assert.Equal(code is null, called);
        Assert.Equal(code is null ? [] : ["secret"], answer.Paths);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_policy_is_asked_once_a_request(bool allowed)
    {
        var policy = new SlowPolicy(allowed);
        _server.Services.AddSingleton<IAuthorizationService>(policy);
        _server.Field("Query.secret").Authorization = [new("P", [])];
        _server.User = new(new ClaimsIdentity("test"));
        _server.On("Query.secret", _ => 42);

        var answer = Answer.Of(await _server.AskAsync("{ a: secret quick b: secret }"));

        Assert.Equal(allowed ? """{"a":42,"quick":1,"b":42}""" : """{"a":null,"quick":1,"b":null}""", answer.Data);
        Assert.Equal(1, policy.Asked);
    }

    private static async Task<object?> Hang(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 1;
    }

    private sealed class Release
    {
        public TaskCompletionSource Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class DeafLoader(IBatchScheduler scheduler, Release release) : BatchDataLoader<int, object>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await release.Source.Task;
            return keys.ToDictionary(key => key, key => (object)key);
        }
    }

    private sealed class Politely : IErrorFilter
    {
        public IError OnError(IError error) => ((GraphQLError)error) with { Message = $"Sorry: {error.Message}" };
    }

    private sealed class SlowPolicy(bool allowed) : IAuthorizationService
    {
        public int Asked { get; private set; }

        public Task<AuthorizationResult> AuthorizeAsync(
            ClaimsPrincipal user, object? resource, IEnumerable<IAuthorizationRequirement> requirements) =>
            throw new NotSupportedException();

        public async Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, object? resource, string policyName)
        {
            Asked++;
            await Task.Delay(5);
            return allowed ? AuthorizationResult.Success() : AuthorizationResult.Failed();
        }
    }
}
