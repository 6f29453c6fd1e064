using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Tests.Execution;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Tests.Subscriptions;

public sealed class SubscriptionTests
{
    private readonly TestServer _server = new("type Query { a: Int } type Subscription { ticks(from: Int! = 1): Int needed: Int! }");

    public SubscriptionTests() => _server.On("Subscription.ticks", frame => frame.Event).On("Subscription.needed", frame => frame.Event);

    [Fact]
    public async Task Each_event_is_answered_in_its_order()
    {
        Source("ticks", frame => Count((int)frame.Arguments[0]!, 3));

        Assert.Equal(["""{"data":{"ticks":5}}""", """{"data":{"ticks":6}}""", """{"data":{"ticks":7}}"""], await ReadAsync("subscription { ticks(from: 5) }"));
        Assert.Equal(1, _server.Heard.SubscriptionsEnded);
    }

    [Fact]
    public async Task An_event_that_fails_is_answered_and_the_next_one_follows()
    {
        Source("needed", _ => Items(1, null, 3));

        var answers = await ReadAsync("subscription { needed }");

        Assert.Equal(["""{"needed":1}""", "null", """{"needed":3}"""], answers.Select(answer => Answer.Of(answer).Data));
        Assert.Equal(["Cannot return null for non-nullable field Subscription.needed."], Answer.Of(answers[1]).Messages);
    }

    [Fact]
    public async Task A_source_that_fails_has_its_failure_as_the_last_answer()
    {
        Source("ticks", _ => Fails());

        var answers = await ReadAsync("subscription { ticks }");

        Assert.Equal(2, answers.Count);
        Assert.Equal("""{"data":{"ticks":1}}""", answers[0]);
        Assert.Equal(["Unexpected Execution Error"], Answer.Of(answers[1]).Messages);
    }

    [Fact]
    public async Task A_source_that_does_not_open_is_a_refused_request()
    {
        Source("ticks", _ => throw new GraphQLException("No such topic."));
        using var server = _server.Start();

        using var result = Assert.IsAssignableFrom<OperationResult>(await server.ExecuteAsync("subscription { ticks }"));

        Assert.Equal(ResultKind.RequestError, result.Kind);
        Assert.Equal(["No such topic."], Answer.Of(result.ToJson()).Messages);
        Assert.Equal(["ticks"], Answer.Of(result.ToJson()).Paths);
    }

    [Fact]
    public async Task Disposing_ends_a_source_that_waits_for_its_next_event()
    {
        var events = new Watched(listens: true);
        Source("ticks", _ => events);
        using var server = _server.Start();
        var stream = Assert.IsAssignableFrom<ResponseStream>(await server.ExecuteAsync("subscription { ticks }"));
        await using var answers = stream.ReadResultsAsync().GetAsyncEnumerator();
        events.Publish(1);
        Assert.True(await answers.MoveNextAsync());
        answers.Current.Dispose();

        var waiting = answers.MoveNextAsync();
        await stream.DisposeAsync();

        Assert.False(await waiting);
        await events.Ended.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(1, _server.Heard.SubscriptionsEnded);
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_a_source_that_does_not_listen()
    {
        var events = new Watched(listens: false);
        Source("ticks", _ => events);
        using var server = _server.Start();
        var stream = Assert.IsAssignableFrom<ResponseStream>(await server.ExecuteAsync("subscription { ticks }"));
        await using var answers = stream.ReadResultsAsync().GetAsyncEnumerator();

        var waiting = answers.MoveNextAsync();
        await stream.DisposeAsync();
        Assert.False(await waiting);
        Assert.False(events.Ended.IsCompleted);

        // Its next event finds nobody, and it is ended then.
        events.Publish(1);
        await events.Ended.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_client_that_goes_while_the_source_opens_leaves_nothing_open()
    {
        var opening = new TaskCompletionSource<IAsyncEnumerable<object?>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Field("Subscription.ticks").Events = new Late(opening.Task);
        using var server = _server.Start();
        using var client = new CancellationTokenSource();

        var asked = server.ExecuteAsync("subscription { ticks }", client.Token);
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        var events = new Watched(listens: true);
        opening.SetResult(events);
        await events.Ended.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_reader_that_goes_ends_the_source()
    {
        var events = new Watched(listens: true);
        Source("ticks", _ => events);
        using var server = _server.Start();
        using var client = new CancellationTokenSource();
        await using var stream = Assert.IsAssignableFrom<ResponseStream>(await server.ExecuteAsync("subscription { ticks }"));
        await using var answers = stream.ReadResultsAsync(client.Token).GetAsyncEnumerator();

        var waiting = answers.MoveNextAsync();
        await client.CancelAsync();

        Assert.False(await waiting);
        await events.Ended.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private void Source(string field, Func<ResolverFrame, IAsyncEnumerable<object?>> open) =>
        _server.Field($"Subscription.{field}").Events = new Opened(open);

    private async Task<List<string>> ReadAsync(string query)
    {
        using var server = _server.Start();
        await using var stream = Assert.IsAssignableFrom<ResponseStream>(await server.ExecuteAsync(query));
        var answers = new List<string>();
        await foreach (var result in stream.ReadResultsAsync())
        {
            using (result) answers.Add(result.ToJson());
        }

        return answers;
    }

    private static IAsyncEnumerable<object?> Count(int from, int count) => Items([.. Enumerable.Range(from, count).Cast<object?>()]);

    private static async IAsyncEnumerable<object?> Items(params object?[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private static async IAsyncEnumerable<object?> Fails()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException();
    }

    private sealed class Opened(Func<ResolverFrame, IAsyncEnumerable<object?>> open) : EventSource
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(ResolverFrame frame) => new(open(frame));
    }

    private sealed class Late(Task<IAsyncEnumerable<object?>> opening) : EventSource
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(ResolverFrame frame) => new(opening);
    }

    /// <summary>A source that tells when it has been let go.</summary>
    private sealed class Watched(bool listens) : IAsyncEnumerable<object?>, IAsyncDisposable
    {
        private readonly Channel<object?> _events = Channel.CreateUnbounded<object?>();
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => _ended.Task;

        public void Publish(object? item) => _events.Writer.TryWrite(item);

        public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            Read(listens ? cancellationToken : default).GetAsyncEnumerator(CancellationToken.None);

        public ValueTask DisposeAsync()
        {
            _ended.TrySetResult();
            return default;
        }

        private async IAsyncEnumerable<object?> Read([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                await foreach (var item in _events.Reader.ReadAllAsync(cancellationToken)) yield return item;
            }
            finally
            {
                _ended.TrySetResult();
            }
        }
    }
}
