using Investr.Application;
using Investr.Application.Market;
using Investr.DataLoader;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class AssetBySymbolLoader(
    IDbContextFactory<InvestrDbContext> contexts, IAssetLoader assets, IViewer viewer, IBatchScheduler scheduler)
    : BatchDataLoader<string, AssetMatch>(scheduler), IAssetBySymbolLoader
{
    protected override async Task<IReadOnlyDictionary<string, AssetMatch>> LoadBatchAsync(
        IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        string[] isins = [.. keys.Select(key => key.ToUpperInvariant())];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Assets.AsNoTracking()
            .VisibleTo(viewer.Id)
            .Where(asset => keys.Contains(asset.Symbol) || isins.Contains(asset.Isin))
            .ToListAsync(cancellationToken);

        // Whoever asks for one of them by its identity next has it already.
        foreach (var asset in found) assets.SetCacheEntry(asset.Id, asset);

        var bySymbol = found.ToLookup(asset => asset.Symbol, StringComparer.OrdinalIgnoreCase);
        var byIsin = found.ToLookup(asset => asset.Isin, StringComparer.OrdinalIgnoreCase);
        return keys.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(key => (Key: key, Assets: bySymbol.Contains(key) ? bySymbol[key] : byIsin[key]))
            .Where(match => match.Assets.Any())
            .ToDictionary(match => match.Key, match => new AssetMatch([.. match.Assets]), StringComparer.OrdinalIgnoreCase);
    }
}
