using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class DividendLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : BatchDataLoader<AssetId, AssetDividends>(scheduler), IDividendLoader
{
    protected override async Task<IReadOnlyDictionary<AssetId, AssetDividends>> LoadBatchAsync(
        IReadOnlyList<AssetId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Dividends.AsNoTracking().Where(row => keys.Contains(row.AssetId)).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.AssetId).ToDictionary(
            asset => asset.Key, asset => new AssetDividends([.. asset.OrderBy(row => row.ExDate).Select(row => row.ToDividend())]));
    }
}
