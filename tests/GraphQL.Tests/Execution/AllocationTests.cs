using System.Text;
using Investr.DataLoader;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

/// <summary>What a request allocates once its plan is known: the targets of tests/Benchmarks, which has the figures with HTTP.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData("{ hello }", 2_000)]
    [InlineData("{ portfolio { id name holdings { quantity asset { symbol name price } value } } }", 8_000)]
    [InlineData("{ quotes { id symbol name exchange price change volume open } }", 4_000)]
    public async Task A_request_allocates_little(string query, int bound)
    {
        await using var services = Services();
        var executor = services.GetRequiredService<IRequestExecutor>();
        var text = Encoding.UTF8.GetBytes(query);
        for (var i = 0; i < 200; i++) await AskAsync(executor, services, text);

        const int requests = 200;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < requests; i++) await AskAsync(executor, services, text);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / requests;

        TestContext.Current.TestOutputHelper?.WriteLine($"{each} B: {query}");
        Assert.InRange(each, 0, bound);
    }

    private static async Task AskAsync(IRequestExecutor executor, ServiceProvider services, byte[] query)
    {
        await using var scope = services.CreateAsyncScope();
        var asked = executor.ExecuteAsync(new() { Query = query, Services = scope.ServiceProvider });
        Assert.True(asked.IsCompleted);
        using var result = await asked;
        Assert.Empty(((OperationResult)result).Errors);
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddScoped<AssetLoader>();
        services.AddGraphQLServer().AddType(typeof(Query)).AddType(typeof(HoldingFields));
        return services.BuildServiceProvider();
    }

    [QueryType]
    internal static class Query
    {
        private static readonly Portfolio Held = new("1", "Mine", [.. Enumerable.Range(0, 50).Select(i => new Holding(i, $"S{i}", i * 1.5m))]);

        private static readonly Quote[] All =
            [.. Enumerable.Range(0, 1000).Select(i => new Quote(i, $"S{i}", $"Name of {i}", "XNYS", 1.25m + i, 0.5m, i * 10, i % 2 == 0))];

        public static string Hello() => "world";

        public static Portfolio Portfolio() => Held;

        public static IReadOnlyList<Quote> Quotes() => All;
    }

    [ObjectType<Holding>(Ignore = [nameof(Holding.Symbol)])]
    internal static class HoldingFields
    {
        public static Task<Asset?> GetAssetAsync([Parent] Holding holding, AssetLoader assets, CancellationToken cancellationToken) =>
            assets.LoadAsync(holding.Symbol, cancellationToken);
    }

    internal sealed record Portfolio(string Id, string Name, IReadOnlyList<Holding> Holdings);

    internal sealed record Holding(int Quantity, string Symbol, decimal Value);

    internal sealed record Asset(string Symbol, string Name, decimal Price);

    internal sealed record Quote(int Id, string Symbol, string Name, string Exchange, decimal Price, decimal Change, int Volume, bool Open);

    internal sealed class AssetLoader(IBatchScheduler scheduler) : BatchDataLoader<string, Asset>(scheduler)
    {
        private static readonly Dictionary<string, Asset> All =
            Enumerable.Range(0, 50).Select(i => new Asset($"S{i}", $"Name of {i}", i * 2.5m)).ToDictionary(asset => asset.Symbol);

        protected override Task<IReadOnlyDictionary<string, Asset>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, Asset>>(All);
    }
}
