using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Users;
using Investr.Infrastructure.Searching;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Searches the index of the catalogue, and the viewer's own assets, which are few and indexed for the one search.</summary>
internal sealed class AssetSearch(IDbContextFactory<InvestrDbContext> contexts, CatalogueIndex catalogue, IAssetLoader assets) : IAssetSearch
{
    public async Task<IReadOnlyList<Asset>> FindAsync(string term, UserId? viewer, int most, CancellationToken cancellationToken)
    {
        var query = AssetQuery.Of(term);
        var own = viewer is null ? [] : new AssetIndex(await OwnAsync(viewer.Value, cancellationToken)).Find(query, most);
        var listed = (await catalogue.ReadAsync(cancellationToken)).Find(query, most);

        // Of equals the viewer's own come first: the order is stable.
        var best = own.Concat(listed).OrderBy(found => found.Rank).Take(most).Select(found => found.Id).ToArray();
        return [.. (await assets.LoadAsync(best, cancellationToken)).OfType<Asset>()];
    }

    public void Renew() => catalogue.Renew();

    private async Task<List<SearchedAsset>> OwnAsync(UserId viewer, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Assets.AsNoTracking().Where(asset => asset.OwnerId == viewer)
            .Select(asset => new SearchedAsset(asset.Id, asset.Symbol, asset.Name, asset.Isin, asset.Type)).ToListAsync(cancellationToken);
    }
}
