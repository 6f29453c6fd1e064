using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class ListingStore(IDbContextFactory<InvestrDbContext> contexts) : IListingStore
{
    public async Task<IReadOnlyList<Listing>> ReadAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Assets.AsNoTracking()
            .Where(asset => assets.Contains(asset.Id) && asset.OwnerId == null)
            .Select(asset => new Listing(asset.Id, asset.Symbol, asset.Exchange, asset.Isin, asset.Type, asset.Currency))
            .ToListAsync(cancellationToken);
    }
}
