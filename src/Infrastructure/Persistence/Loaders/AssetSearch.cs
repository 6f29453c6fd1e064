using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class AssetSearch(IDbContextFactory<InvestrDbContext> contexts, IAssetLoader loaded) : IAssetSearch
{
    public async Task<IReadOnlyList<Asset>> FindAsync(string term, UserId? viewer, int most, CancellationToken cancellationToken)
    {
        var within = $"%{LikePattern.Literally(term)}%";
        var beginning = $"{LikePattern.Literally(term)}%";

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Assets.AsNoTracking()
            .VisibleTo(viewer)
            .Where(asset => EF.Functions.Like(asset.Symbol, within, LikePattern.Escape)
                || EF.Functions.Like(asset.Name, within, LikePattern.Escape)
                || EF.Functions.Like(asset.Isin!, beginning, LikePattern.Escape))
            .OrderBy(asset =>
                asset.Symbol == term || asset.Isin == term ? 0
                : EF.Functions.Like(asset.Symbol, beginning, LikePattern.Escape) ? 1
                : EF.Functions.Like(asset.Name, beginning, LikePattern.Escape) ? 2
                : 3)
            .ThenBy(asset => asset.Symbol)
            .Take(most)
            .ToListAsync(cancellationToken);

        foreach (var asset in found) loaded.SetCacheEntry(asset.Id, asset);
        return found;
    }
}
