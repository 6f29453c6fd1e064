using Investr.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Searching;

/// <summary>
/// The index of all listed assets. It is read where somebody searches first, anew after a change that this process makes, and in the
/// background once it is so old that another process may have changed something.
/// </summary>
internal sealed class CatalogueIndex(IDbContextFactory<InvestrDbContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private Task<Edition>? _reading;
    private int _changesRead;
    private int _changes;
    private volatile Edition? _newest;

    /// <summary>The index as of the last change of this process.</summary>
    public async ValueTask<AssetIndex> ReadAsync(CancellationToken cancellationToken)
    {
        var newest = _newest;
        var isWhole = newest?.Changes == Volatile.Read(ref _changes);
        if (isWhole && clock.GetUtcNow() < newest!.Until) return newest.Index;

        var reading = Begin();
        return isWhole ? newest!.Index : (await reading.WaitAsync(cancellationToken)).Index;
    }

    /// <summary>Tells that listed assets have changed.</summary>
    public void Renew() => Interlocked.Increment(ref _changes);

    // One reads for all who wait; after a change somebody reads again.
    private Task<Edition> Begin()
    {
        lock (_lock)
        {
            var changes = Volatile.Read(ref _changes);
            if (_reading is { IsCompleted: false } && _changesRead == changes) return _reading;

            _changesRead = changes;
            return _reading = Task.Run(() => ReadEditionAsync(changes));
        }
    }

    private async Task<Edition> ReadEditionAsync(int changes)
    {
        var until = clock.GetUtcNow() + KeptFor;
        await using var context = await contexts.CreateDbContextAsync();
        var listed = await context.Assets.AsNoTracking().Where(asset => asset.OwnerId == null)
            .Select(asset => new SearchedAsset(asset.Id, asset.Symbol, asset.Name, asset.Isin, asset.Type)).ToListAsync();

        var edition = new Edition(new(listed), changes, until);
        lock (_lock)
        {
            if (_newest is null || _newest.Changes <= changes) _newest = edition;
        }

        return edition;
    }

    private sealed record Edition(AssetIndex Index, int Changes, DateTimeOffset Until);
}
