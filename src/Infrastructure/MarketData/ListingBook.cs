using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>The listings in memory. An asset that is edited is asked for under its new symbol within a minute.</summary>
internal sealed class ListingBook(IListingStore store, TimeProvider clock) : IDisposable
{
    private const int MostKept = 200_000;

    private readonly KeptForAMinute<AssetId, Listing> _kept = new(MostKept, clock);

    /// <summary>The listings of these assets; one that has none is left out.</summary>
    internal ValueTask<IReadOnlyList<Listing>> ReadAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken) => _kept.ReadAsync(
        assets,
        async left => (await store.ReadAsync(left, cancellationToken)).ToDictionary(listing => listing.Asset),
        cancellationToken);

    /// <summary>Takes the listings of assets that a request has read in any case, so that they are not read for their own sake.</summary>
    internal void Keep(IEnumerable<Asset> assets) => _kept.Keep(
        [.. assets.Where(asset => !_kept.TryFind(asset.Id, out _)).Select(asset => KeyValuePair.Create(asset.Id, ListingOf(asset)))]);

    public void Dispose() => _kept.Dispose();

    private static Listing? ListingOf(Asset asset) =>
        asset.IsCustom ? null : new(asset.Id, asset.Symbol, asset.Exchange, asset.Isin, asset.Type, asset.Currency);
}
