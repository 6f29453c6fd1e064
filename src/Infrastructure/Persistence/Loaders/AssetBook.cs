using System.Collections.Concurrent;
using Investr.Application.Market;
using Investr.Domain.Market;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class AssetBook(IDbContextFactory<InvestrDbContext> contexts, TimeProvider clock) : IAssetBook, IDisposable
{
    private const int MostKept = 100_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<AssetId, Entry> _entries = new();
    private readonly SemaphoreSlim _renewing = new(1);

    public void Keep(IEnumerable<Asset> assets)
    {
        var until = clock.GetUtcNow() + KeptFor;
        foreach (var asset in assets) Keep(asset.Id, new(asset, until));
    }

    public async ValueTask<Asset?> ReadAsync(AssetId id, CancellationToken cancellationToken) =>
        Find(id) is { } kept ? kept.Asset : await RenewAsync(id, cancellationToken);

    public void Dispose() => _renewing.Dispose();

    // One after the other: all who watch an asset want it at the same time, and the first one reads it for them.
    private async Task<Asset?> RenewAsync(AssetId id, CancellationToken cancellationToken)
    {
        await _renewing.WaitAsync(cancellationToken);
        try
        {
            if (Find(id) is { } kept) return kept.Asset;

            var until = clock.GetUtcNow() + KeptFor;
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var asset = await context.Assets.AsNoTracking().SingleOrDefaultAsync(asset => asset.Id == id, cancellationToken);
            Keep(id, new(asset, until));
            return asset;
        }
        finally
        {
            _renewing.Release();
        }
    }

    private Entry? Find(AssetId id) => _entries.TryGetValue(id, out var entry) && clock.GetUtcNow() < entry.Until ? entry : null;

    private void Keep(AssetId id, Entry entry)
    {
        if (_entries.Count >= MostKept) _entries.Clear();
        _entries[id] = entry;
    }

    private sealed record Entry(Asset? Asset, DateTimeOffset Until);
}
