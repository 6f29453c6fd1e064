using System.Collections.Concurrent;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>The listings in memory. An asset that is edited is asked for under its new symbol within a minute.</summary>
internal sealed class ListingBook(IListingStore store, TimeProvider clock) : IDisposable
{
    private const int MostKept = 200_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<AssetId, Entry> _entries = new();
    private readonly SemaphoreSlim _renewing = new(1);

    /// <summary>The listings of these assets; one that has none is left out.</summary>
    internal async ValueTask<IReadOnlyList<Listing>> ReadAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<AssetId> left = [.. assets.Where(asset => !IsKept(asset, now))];
        if (left.Count > 0) await RenewAsync(left, now, cancellationToken);

        List<Listing> listings = new(assets.Count);
        foreach (var asset in assets)
        {
            if (_entries.TryGetValue(asset, out var entry) && entry.Listing is { } listing) listings.Add(listing);
        }

        return listings;
    }

    /// <summary>Takes the listings of assets that a request has read in any case, so that they are not read for their own sake.</summary>
    internal void Keep(IEnumerable<Asset> assets)
    {
        var now = clock.GetUtcNow();
        foreach (var asset in assets.Where(asset => !IsKept(asset.Id, now))) _entries[asset.Id] = new Entry(ListingOf(asset), now + KeptFor);
    }

    private static Listing? ListingOf(Asset asset) =>
        asset.IsCustom ? null : new(asset.Id, asset.Symbol, asset.Exchange, asset.Isin, asset.Type, asset.Currency);

    private bool IsKept(AssetId asset, DateTimeOffset now) => _entries.TryGetValue(asset, out var entry) && now < entry.Until;

    // One after the other: the quotes and the closes of a page want the same listings at the same time.
    private async Task RenewAsync(List<AssetId> assets, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _renewing.WaitAsync(cancellationToken);
        try
        {
            assets.RemoveAll(asset => IsKept(asset, now));
            if (assets.Count == 0) return;

            var read = (await store.ReadAsync(assets, cancellationToken)).ToDictionary(listing => listing.Asset);
            if (_entries.Count + assets.Count > MostKept) _entries.Clear();

            // That an asset has no listing is remembered too, or it would be looked for each time.
            foreach (var asset in assets) _entries[asset] = new Entry(read.GetValueOrDefault(asset), now + KeptFor);
        }
        finally
        {
            _renewing.Release();
        }
    }

    public void Dispose() => _renewing.Dispose();

    private sealed record Entry(Listing? Listing, DateTimeOffset Until);
}
