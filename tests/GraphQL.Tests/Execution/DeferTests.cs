using Investr.DataLoader;
using Investr.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

/// <summary>@defer: what comes at once, what later, and what of it is told how.</summary>
public sealed class DeferTests
{
    private static TestServer Server() => new TestServer(IncrementalServer.Directives + """
        type Query { hero: Hero heroes: [Hero!] required: Hero! }
        type Hero { id: ID! name: String slow: String never: String! friends: [Hero!] home: Planet }
        type Planet { name: String sun: String }
        """)
    {
        Root =
        {
            ["hero"] = Hero("1"),
            ["heroes"] = new[] { Hero("1"), Hero("2") },
        },
    };

    [Fact]
    public async Task A_fragment_comes_after_the_rest() => Assert.Equal(
        [
            """{"data":{"hero":{"id":"1"}},"hasNext":true,"pending":[{"id":"0","path":["hero"],"label":"L"}]}""",
            """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"Hero 1"}}],"completed":[{"id":"0"}]}""",
        ],
        await Server().PartsAsync("""{ hero { id ... @defer(label: "L") { name } } }"""));

    [Fact]
    public async Task A_client_that_takes_no_parts_gets_one_answer()
    {
        using var server = Server().Start();
        Assert.Equal(
            """{"data":{"hero":{"id":"1","name":"Hero 1"}}}""",
            await server.AskAsync("""{ hero { id ... @defer(label: "L") { name } } }"""));
    }

    [Theory]
    [InlineData("{ hero { id ... @defer(if: false) { name } } }", "{}")]
    [InlineData("query($wanted: Boolean!) { hero { id ... @defer(if: $wanted) { name } } }", """{"wanted":false}""")]
    [InlineData("{ hero { id name ... @defer { name } } }", "{}")]
    [InlineData("{ hero { id ...F ...F @defer } } fragment F on Hero { name }", "{}")]
    [InlineData("{ hero { id ...F @defer ...F } } fragment F on Hero { name }", "{}")]
    public async Task What_nothing_is_left_out_of_is_one_answer(string query, string variables) => Assert.Equal(
        ["""{"data":{"hero":{"id":"1","name":"Hero 1"}}}"""], await Server().PartsAsync(query, variables));

    [Fact]
    public async Task What_two_fragments_share_is_sent_once() => Assert.Equal(
        [
            """{"data":{"hero":{}},"hasNext":true,"pending":[{"id":"0","path":["hero"],"label":"A"},{"id":"1","path":["hero"],"label":"B"}]}""",
            """{"hasNext":false,"incremental":[{"id":"0","data":{"id":"1"}},{"id":"0","data":{"name":"Hero 1"}},{"id":"1","data":{"slow":null}}],"completed":[{"id":"0"},{"id":"1"}]}""",
        ],
        await Server().PartsAsync("""{ hero { ... @defer(label: "A") { id name } ... @defer(label: "B") { name slow } } }"""));

    [Fact]
    public async Task A_fragment_in_a_fragment_is_announced_when_the_outer_one_is_complete() => Assert.Equal(
        [
            """{"data":{"hero":{}},"hasNext":true,"pending":[{"id":"0","path":["hero"],"label":"outer"}]}""",
            """{"hasNext":false,"pending":[{"id":"1","path":["hero"],"label":"inner"}],"incremental":[{"id":"0","data":{"id":"1"}},{"id":"1","data":{"name":"Hero 1"}}],"completed":[{"id":"0"},{"id":"1"}]}""",
        ],
        await Server().PartsAsync("""{ hero { ... @defer(label: "outer") { id ... @defer(label: "inner") { name } } } }"""));

    [Fact]
    public async Task A_field_below_an_answered_one_comes_with_its_path() => Assert.Equal(
        [
            """{"data":{"hero":{"home":{"name":"Earth"}}},"hasNext":true,"pending":[{"id":"0","path":["hero"]}]}""",
            """{"hasNext":false,"incremental":[{"id":"0","subPath":["home"],"data":{"sun":"Sun"}},{"id":"0","data":{"id":"1"}}],"completed":[{"id":"0"}]}""",
        ],
        await Server().PartsAsync("{ hero { home { name } ... @defer { id home { sun } } } }"));

    [Fact]
    public async Task A_null_that_may_not_be_ends_its_fragment_alone() => Assert.Equal(
        [
            """{"data":{"hero":{"id":"1"}},"hasNext":true,"pending":[{"id":"0","path":["hero"],"label":"bad"},{"id":"1","path":["hero"],"label":"good"}]}""",
            """{"hasNext":false,"incremental":[{"id":"1","data":{"name":"Hero 1"}}],"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Hero.never.","locations":[{"line":1,"column":39}],"path":["hero","never"],"extensions":{"code":"HC0018"}}]},{"id":"1"}]}""",
        ],
        await Server().PartsAsync("""{ hero { id ... @defer(label:"bad") { never } ... @defer(label: "good") { name } } }"""));

    [Fact]
    public async Task What_was_left_out_of_a_place_that_became_null_does_not_come()
    {
        var server = Server().On("Hero.never", _ => Task.Delay(1, TestContext.Current.CancellationToken).ContinueWith(_ => (object?)null));

        var parts = await server.PartsAsync("{ heroes { id } hero { never ... @defer { name } } }");

        var answer = Answer.Of(Assert.Single(parts));
        Assert.Equal("""{"heroes":[{"id":"1"},{"id":"2"}],"hero":null}""", answer.Data);
        Assert.Equal(["hero.never"], answer.Paths);
    }

    [Fact]
    public async Task Errors_in_a_fragment_come_with_it()
    {
        var server = Server().On("Hero.slow", _ => throw new GraphQLException("Too slow."));

        var parts = await server.PartsAsync("{ hero { id ... @defer { slow name } } }");

        Assert.Equal(
            """{"hasNext":false,"incremental":[{"id":"0","data":{"slow":null,"name":"Hero 1"},"errors":[{"message":"Too slow.","locations":[{"line":1,"column":26}],"path":["hero","slow"]}]}],"completed":[{"id":"0"}]}""",
            parts[1]);
    }

    [Fact]
    public async Task Fragments_that_take_longer_come_later()
    {
        var gate = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = Server().On("Hero.slow", _ => gate.Task).Start();

        using var answer = await server.BeginAsync("""{ hero { id ... @defer(label: "slow") { slow } ... @defer(label: "fast") { name } } }""");
        await using var parts = ((ResponseStream)answer).ReadResultsAsync().GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await parts.MoveNextAsync();
        await parts.MoveNextAsync();
        Assert.Equal("""{"hasNext":true,"incremental":[{"id":"1","data":{"name":"Hero 1"}}],"completed":[{"id":"1"}]}""", parts.Current.ToJson());

        gate.SetResult("at last");
        await parts.MoveNextAsync();
        Assert.Equal("""{"hasNext":false,"incremental":[{"id":"0","data":{"slow":"at last"}}],"completed":[{"id":"0"}]}""", parts.Current.ToJson());
        Assert.False(await parts.MoveNextAsync());
    }

    [Fact]
    public async Task The_time_of_an_operation_is_that_of_all_its_parts()
    {
        var server = Server().On("Hero.slow", _ => new TaskCompletionSource<object?>().Task);
        server.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(50);

        var parts = await server.PartsAsync("{ hero { id ... @defer { slow } } }");

        Assert.Equal("""{"data":{"hero":{"id":"1"}},"hasNext":true,"pending":[{"id":"0","path":["hero"]}]}""", parts[0]);
        Assert.Equal(
            """{"hasNext":false,"completed":[{"id":"0","errors":[{"message":"The request exceeded the configured timeout of `00:00:00.0500000`.","extensions":{"code":"HC0045"}}]}]}""",
            parts[1]);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_work()
    {
        var token = CancellationToken.None;
        var server = Server().On("Hero.slow", frame =>
        {
            token = frame.RequestAborted;
            return new TaskCompletionSource<object?>().Task;
        });
        using var running = server.Start();
        using var leaving = new CancellationTokenSource();

        using var answer = await running.BeginAsync("{ hero { id ... @defer { slow } } }");
        await using var parts = ((ResponseStream)answer).ReadResultsAsync(leaving.Token).GetAsyncEnumerator(CancellationToken.None);
        await parts.MoveNextAsync();
        var next = parts.MoveNextAsync();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public async Task The_draft_of_2022_names_the_place_of_each_part()
    {
        var parts = await Server().PartsAsync(
            """{ heroes @stream(initialCount: 1, label: "S") { id } hero { ... @defer(label: "D") { home { name } } ... @defer { never } } }""",
            format: IncrementalFormat.Draft2022);

        Assert.Equal("""{"data":{"heroes":[{"id":"1"}],"hero":{}},"hasNext":true}""", parts[0]);
        Assert.Equal(
            """{"hasNext":false,"incremental":[{"items":[{"id":"2"}],"path":["heroes",1],"label":"S"},{"data":{"home":{"name":"Earth"}},"path":["hero"],"label":"D"},{"data":null,"errors":[{"message":"Cannot return null for non-nullable field Hero.never.","locations":[{"line":1,"column":115}],"path":["hero","never"],"extensions":{"code":"HC0018"}}],"path":["hero"]}]}""",
            parts[1]);
    }

    [Fact]
    public async Task Fragments_that_run_side_by_side_share_a_batch()
    {
        var server = Server();
        server.Services.AddScoped<PlanetLoader>();
        server.On("Hero.slow", frame => Named(frame)).On("Hero.name", frame => Named(frame));

        var parts = await server.PartsAsync("{ heroes { id ... @defer { slow } } hero { id ... @defer { name } } }");

        Assert.Equal(2, parts.Count);
        // Two heroes' slow and one hero's name: three keys, asked for once.
        Assert.Equal([3], server.Heard.Batches);

        static async Task<object?> Named(ResolverFrame frame) =>
            await frame.GetService<PlanetLoader>().LoadAsync($"{frame.ToContext().Path.ToList()[^1]} {frame.ToContext().Path.ToList()[^2]}");
    }

    private sealed class PlanetLoader(IBatchScheduler scheduler) : BatchDataLoader<string, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(keys.ToDictionary(key => key));
    }

    private static Dictionary<string, object?> Hero(string id) => new()
    {
        ["id"] = id,
        ["name"] = $"Hero {id}",
        ["home"] = new Dictionary<string, object?> { ["name"] = "Earth", ["sun"] = "Sun" },
    };
}
