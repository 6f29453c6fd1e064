using Investr.DataLoader;

namespace Investr.GraphQL.Tests.DataLoader;

public sealed class BatchDataLoaderTests
{
    private readonly ManualScheduler _scheduler = new();

    [Fact]
    public async Task Keys_asked_for_side_by_side_are_one_fetch()
    {
        var loader = new Squares(_scheduler);

        var answers = Enumerable.Range(1, 3).Select(key => loader.LoadAsync(key)).ToArray();
        await _scheduler.DispatchAllAsync();

        Assert.Equal<IEnumerable<string?>>(["1", "4", "9"], await Task.WhenAll(answers));
        Assert.Equal(["1,2,3"], loader.Fetches);
    }

    [Fact]
    public async Task A_key_is_asked_for_once_while_its_answer_is_kept()
    {
        var loader = new Squares(_scheduler);

        var first = loader.LoadAsync(2);
        var second = loader.LoadAsync(2);
        await _scheduler.DispatchAllAsync();
        var third = loader.LoadAsync(2);

        Assert.Same(first, second);
        Assert.Same(first, third);
        Assert.Equal(["2"], loader.Fetches);

        loader.RemoveCacheEntry(2);
        _ = loader.LoadAsync(2);
        await _scheduler.DispatchAllAsync();
        Assert.Equal(["2", "2"], loader.Fetches);
    }

    [Fact]
    public async Task More_keys_than_a_fetch_may_have_make_several_fetches()
    {
        var loader = new Squares(_scheduler, new() { MaxBatchSize = 2 });

        var answer = loader.LoadAsync([1, 2, 3, 4, 5]);
        await _scheduler.DispatchAllAsync();

        Assert.Equal(["1", "4", "9", "16", "25"], await answer);
        Assert.Equal(["1,2", "3,4", "5"], loader.Fetches);
    }

    [Fact]
    public async Task A_key_without_a_value_is_null_and_refused_where_one_is_required()
    {
        var loader = new Squares(_scheduler);

        var answer = loader.LoadAsync(-1);
        var required = loader.LoadRequiredAsync(-1);
        await _scheduler.DispatchAllAsync();

        Assert.Null(await answer);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => required);
    }

    [Fact]
    public async Task A_failed_fetch_fails_every_waiting_caller_and_is_forgotten()
    {
        var loader = new Squares(_scheduler) { Failure = new TimeoutException() };
        var first = loader.LoadAsync(1);
        var second = loader.LoadAsync(2);

        await _scheduler.DispatchAllAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Assert.ThrowsAsync<TimeoutException>(() => second);

        loader.Failure = null;
        var again = loader.LoadAsync(1);
        await _scheduler.DispatchAllAsync();
        Assert.Equal("1", await again);
    }

    [Fact]
    public async Task A_caller_that_gives_up_leaves_the_fetch_to_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var loader = new Squares(_scheduler);
        var given = loader.LoadAsync(3, impatient.Token);
        var patient = loader.LoadAsync(3);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        await _scheduler.DispatchAllAsync();
        Assert.Equal("9", await patient);
    }

    [Fact]
    public async Task A_value_put_into_the_cache_needs_no_fetch()
    {
        var loader = new Squares(_scheduler);
        loader.SetCacheEntry(7, "primed");
        loader.SetCacheEntry(7, "too late");

        Assert.Equal("primed", await loader.LoadAsync(7));
        Assert.Empty(loader.Fetches);
    }

    [Fact]
    public async Task Whoever_waited_has_gone_on_when_completion_returns()
    {
        var loader = new Squares(_scheduler);
        var next = new List<string?>();
        async Task Follow(int key) => next.Add(await loader.LoadAsync(key));

        var following = Enumerable.Range(1, 50).Select(Follow).ToArray();
        var batch = Assert.Single(_scheduler.TakeAll());
        await batch.FetchAsync(default);
        Assert.Empty(next);
        batch.Complete();

        Assert.Equal(50, next.Count);
        await Task.WhenAll(following);
    }

    [Fact]
    public async Task Outside_a_request_a_batch_is_dispatched_at_once()
    {
        var loader = new Squares(new AutoBatchScheduler());

        Assert.Equal("4", await loader.LoadAsync(2));
        Assert.Equal(["1", "9"], await loader.LoadAsync([1, 3]));
        Assert.Equal(["2", "1,3"], loader.Fetches);
    }

    [Fact]
    public async Task A_request_s_scheduler_dispatches_what_an_ended_executor_left()
    {
        var scheduler = new BatchScheduler();
        scheduler.Attach(() => { }, default);
        var loader = new Squares(scheduler);
        var left = loader.LoadAsync(2);
        Assert.False(left.IsCompleted);

        scheduler.Detach();

        Assert.Equal("4", await left);
        Assert.Equal("9", await loader.LoadAsync(3));
    }

    [Fact]
    public async Task A_key_asked_for_by_many_threads_is_fetched_once()
    {
        var loader = new Squares(_scheduler);

        var loads = new Task<IReadOnlyList<string?>>[64];
        Parallel.For(0, 64, i => loads[i] = loader.LoadAsync([i % 8 + 1, 100 + i]));
        await _scheduler.DispatchAllAsync();
        await Task.WhenAll(loads);

        // Eight shared keys and 64 that only one thread asks for.
        var keys = loader.Fetches.SelectMany(fetch => fetch.Split(',')).ToArray();
        Assert.Equal(8 + 64, keys.Length);
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }
}
