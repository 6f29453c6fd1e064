using Investr.Application.Market.Daily;
using Investr.Domain.Market;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class DemandedAssets(IDbContextFactory<InvestrDbContext> contexts) : IDemandedAssets
{
    public async Task<IReadOnlyList<DemandedAsset>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var held = await context.Transactions.Where(row => row.AssetId != null).Select(row => row.AssetId!.Value).Distinct()
            .ToHashSetAsync(cancellationToken);
        var watched = await context.Watchlists.SelectMany(list => list.Entries.Select(entry => entry.Asset)).Distinct().ToHashSetAsync(cancellationToken);
        watched.UnionWith(await context.PriceAlerts.Select(alert => alert.AssetId).Distinct().ToListAsync(cancellationToken));

        var wanted = (await ListedAsync(context.Assets, cancellationToken)).Where(asset => held.Contains(asset.Id) || watched.Contains(asset.Id));
        return [.. wanted.OrderBy(asset => held.Contains(asset.Id) ? 0 : 1).ThenBy(asset => asset.Id.Value)];
    }

    public async Task<IReadOnlyList<DemandedAsset>> ReadAsync(IReadOnlyCollection<string> symbols, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await ListedAsync(context.Assets.Where(asset => symbols.Contains(asset.Symbol)), cancellationToken)).OrderBy(asset => asset.Id.Value)];
    }

    private static Task<List<DemandedAsset>> ListedAsync(IQueryable<Asset> assets, CancellationToken cancellationToken) => assets
        .Where(asset => asset.OwnerId == null)
        .Select(asset => new DemandedAsset(asset.Id, asset.Symbol, asset.Type, asset.Exchange, asset.Currency))
        .ToListAsync(cancellationToken);
}
