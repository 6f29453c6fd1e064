using Investr.DataLoader;
using Investr.GraphQL;

namespace Investr.Benchmarks.Workload;

[QueryType]
internal static class WorkloadQueries
{
    public static string GetHello() => "world";

    public static Portfolio? GetPortfolio([GraphQLType("ID!")] string id, WorkloadData data) => id == data.Portfolio.Id ? data.Portfolio : null;

    public static IReadOnlyList<Quote> GetQuotes(WorkloadData data) => data.Quotes;
}

[ObjectType<Holding>(Ignore = [nameof(Holding.AssetSymbol)])]
internal static class HoldingType
{
    public static Task<Asset?> GetAssetAsync([Parent] Holding holding, AssetLoader assets, CancellationToken cancellationToken) =>
        assets.LoadAsync(holding.AssetSymbol, cancellationToken);
}

[SubscriptionType]
internal static class WorkloadSubscriptions
{
    [Subscribe(With = nameof(SubscribeToTicks)), SameForAll]
    public static Tick OnTick([EventMessage] Tick tick) => tick;

    public static IAsyncEnumerable<Tick> SubscribeToTicks(TickSource ticks) => ticks.ReadAsync();
}

internal sealed class AssetLoader(WorkloadData data, IBatchScheduler scheduler) : BatchDataLoader<string, Asset>(scheduler)
{
    protected override Task<IReadOnlyDictionary<string, Asset>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Asset>>(data.FetchAssets(keys));
}
