using Investr.DataLoader;

namespace Investr.GraphQL.Tests.DataLoader;

public sealed class OtherLoaderTests
{
    private readonly ManualScheduler _scheduler = new();

    [Fact]
    public async Task A_group_has_all_values_of_its_key_and_is_empty_where_there_are_none()
    {
        var loader = new Divisors(_scheduler);

        var six = loader.LoadAsync(6);
        var zero = loader.LoadAsync(0);
        await _scheduler.DispatchAllAsync();

        Assert.Equal<IEnumerable<int>>([1, 2, 3, 6], await six);
        Assert.Empty((await zero)!);
        Assert.Equal(1, loader.Fetches);
    }

    [Fact]
    public async Task A_cache_loader_asks_key_by_key_and_once_a_key()
    {
        var loader = new Singles(_scheduler);

        var answers = new[] { loader.LoadAsync("a"), loader.LoadAsync("b"), loader.LoadAsync("a") };
        await _scheduler.DispatchAllAsync();

        Assert.Equal<IEnumerable<string?>>(["A", "B", "A"], await Task.WhenAll(answers));
        Assert.Equal(2, loader.Fetches);
    }

    private sealed class Divisors(IBatchScheduler scheduler) : GroupedDataLoader<int, int>(scheduler)
    {
        public int Fetches { get; private set; }

        protected override Task<ILookup<int, int>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            Fetches++;
            var pairs = from key in keys from divisor in Enumerable.Range(1, key) where key % divisor == 0 select (key, divisor);
            return Task.FromResult(pairs.ToLookup(pair => pair.key, pair => pair.divisor));
        }
    }

    private sealed class Singles(IBatchScheduler scheduler) : CacheDataLoader<string, string>(scheduler)
    {
        public int Fetches { get; private set; }

        protected override Task<string?> LoadSingleAsync(string key, CancellationToken cancellationToken)
        {
            Fetches++;
            return Task.FromResult<string?>(key.ToUpperInvariant());
        }
    }
}
