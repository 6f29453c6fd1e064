using System.Globalization;
using Investr.DataLoader;
using Investr.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

public sealed class BatchingTests
{
    private const string Sdl = """
        type Query { items(count: Int!): [Item!]! }
        type Item { id: Int! asset: Item viaOther: Item price: Int nested: Int retried: Int ignored: Int }
        """;

    private readonly TestServer _server = new(Sdl);
    private readonly Source _source = new();

    public BatchingTests()
    {
        _server.Services.AddSingleton(_source).AddScoped<Assets>().AddScoped<Prices>().AddScoped<Nested>();
        _server
            .On("Query.items", frame => Enumerable.Range(1, (int)frame.Arguments[0]!).Cast<object>().ToArray())
            .On("Item.id", frame => frame.Parent)
            .On("Item.asset", frame => frame.Services.GetRequiredService<Assets>().LoadAsync((int)frame.Parent!))
            .On("Item.viaOther", frame => ViaPrice(frame))
            .On("Item.price", frame => frame.Services.GetRequiredService<Prices>().LoadAsync((int)frame.Parent!))
            .On("Item.nested", frame => frame.Services.GetRequiredService<Nested>().LoadAsync((int)frame.Parent!));
    }

    [Fact]
    public async Task Fifty_siblings_are_one_batch_however_late_it_comes()
    {
        foreach (var delay in new[] { 0, 5 })
        {
            _server.Heard.Batches.Clear();
            _source.Delay = delay;

            var answer = await _server.AskAsync("{ items(count: 50) { id asset { id } } }");

            Assert.Equal([50], _server.Heard.Batches);
            Assert.StartsWith("""{"data":{"items":[{"id":1,"asset":{"id":101}},{"id":2,""", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_loaders_of_one_level_are_fetched_side_by_side_and_a_deeper_level_after_them()
    {
        await _server.AskAsync("{ items(count: 10) { price asset { price asset { price } } } }");

        // Level 1: ten prices and ten assets; levels 2 and 3: again ten of each.
        Assert.Equal([10, 10, 10, 10, 10], _server.Heard.Batches);
    }

    [Fact]
    public async Task A_resolver_that_loads_one_after_another_still_shares_its_batches()
    {
        var answer = await _server.AskAsync("{ items(count: 30) { viaOther { id } } }");

        // Thirty prices, and then, by what they lead to, thirty assets.
        Assert.Equal([30, 30], _server.Heard.Batches);
        Assert.DoesNotContain("errors", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loader_that_loads_from_another_one_ends()
    {
        var answer = await _server.AskAsync("{ items(count: 20) { nested } }");

        Assert.Equal([20, 20], _server.Heard.Batches);
        Assert.StartsWith("""{"data":{"items":[{"nested":1},{"nested":2}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_two_fields_ask_for_is_fetched_once()
    {
        await _server.AskAsync("{ items(count: 5) { price other: price } again: items(count: 7) { price } }");

        Assert.Equal([7], _server.Heard.Batches);
    }

    [Fact]
    public async Task A_failed_batch_fails_each_field_that_waits()
    {
        _server.On("Item.price", frame => frame.Services.GetRequiredService<Prices>().LoadAsync(-1));

        var answer = Answer.Of(await _server.AskAsync("{ items(count: 3) { id price } }"));

        Assert.Equal(["items.0.price", "items.1.price", "items.2.price"], answer.Paths);
        Assert.Equal([1], _server.Heard.Batches);
    }

    [Fact]
    public async Task A_load_that_nobody_waits_for_is_over_when_the_answer_is_there()
    {
        Task? started = null;
        _server.On("Item.ignored", frame =>
        {
            started = frame.Services.GetRequiredService<Prices>().LoadAsync((int)frame.Parent!);
            return 0;
        });

        await _server.AskAsync("{ items(count: 1) { ignored } }");

        await started!;
    }

    private static async Task<object?> ViaPrice(ResolverFrame frame)
    {
        var (services, id) = (frame.Services, (int)frame.Parent!);
        var price = await services.GetRequiredService<Prices>().LoadAsync(id);
        return await services.GetRequiredService<Assets>().LoadAsync((int)price!);
    }

    /// <summary>How long a fetch takes, in milliseconds.</summary>
    private sealed class Source
    {
        public int Delay { get; set; }
    }

    private sealed class Assets(IBatchScheduler scheduler, Source source) : BatchDataLoader<int, object>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            if (source.Delay > 0) await Task.Delay(source.Delay, cancellationToken);
            return keys.ToDictionary(key => key, key => (object)(key + 100));
        }
    }

    private sealed class Prices(IBatchScheduler scheduler) : BatchDataLoader<int, object>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            keys.Contains(-1)
                ? throw new InvalidOperationException(keys.Count.ToString(CultureInfo.InvariantCulture))
                : Task.FromResult<IReadOnlyDictionary<int, object>>(keys.ToDictionary(key => key, key => (object)key));
    }

    private sealed class Nested(IBatchScheduler scheduler, Prices prices) : BatchDataLoader<int, object>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            var found = await prices.LoadRequiredAsync(keys, cancellationToken);
            return keys.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }
}
