using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class AssetLoader(IDbContextFactory<InvestrDbContext> contexts, ListingBook listings, IBatchScheduler scheduler)
    : BatchDataLoader<AssetId, Asset>(scheduler), IAssetLoader
{
    protected override async Task<IReadOnlyDictionary<AssetId, Asset>> LoadBatchAsync(
        IReadOnlyList<AssetId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var assets = await context.Assets.AsNoTracking()
            .Where(asset => keys.Contains(asset.Id))
            .ToDictionaryAsync(asset => asset.Id, cancellationToken);
        listings.Keep(assets.Values);
        return assets;
    }
}
