using Investr.Application.Market;
using Investr.Domain.Market;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class AssetBook(IDbContextFactory<InvestrDbContext> contexts, TimeProvider clock) : IAssetBook, IDisposable
{
    private const int MostKept = 100_000;

    private readonly KeptForAMinute<AssetId, Asset> _kept = new(MostKept, clock);

    public void Keep(IEnumerable<Asset> assets) => _kept.Keep([.. assets.Select(asset => KeyValuePair.Create(asset.Id, (Asset?)asset))]);

    public async ValueTask<Asset?> ReadAsync(AssetId id, CancellationToken cancellationToken)
    {
        if (_kept.TryFind(id, out var kept)) return kept;

        var found = await _kept.ReadAsync([id], async _ => await FindAsync(id, cancellationToken), cancellationToken);
        return found.SingleOrDefault();
    }

    public void Dispose() => _kept.Dispose();

    private async Task<IReadOnlyDictionary<AssetId, Asset>> FindAsync(AssetId id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Assets.AsNoTracking().SingleOrDefaultAsync(asset => asset.Id == id, cancellationToken);
        return found is null ? new Dictionary<AssetId, Asset>() : new Dictionary<AssetId, Asset> { [id] = found };
    }
}
