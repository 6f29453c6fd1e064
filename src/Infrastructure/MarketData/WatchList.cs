using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>What a stream is asked for: all that is watched, first come first served, and for a little while what no longer is.</summary>
internal sealed class WatchList(int most, TimeProvider clock)
{
    // Somebody who turns a page comes back.
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(30);

    private readonly Dictionary<AssetId, (Listing Listing, long Since, long Seen)> _kept = [];
    private volatile Dictionary<AssetId, Listing> _wanted = [];

    internal Listing? Find(AssetId asset) => _wanted.GetValueOrDefault(asset);

    /// <summary>Takes in what is watched now.</summary>
    /// <returns>What is wanted of the stream, in the order in which it was first watched.</returns>
    internal IReadOnlyList<Listing> Renew(IReadOnlyList<Listing> watched)
    {
        var now = clock.GetTimestamp();
        foreach (var listing in watched)
            _kept[listing.Asset] = (listing, _kept.TryGetValue(listing.Asset, out var known) ? known.Since : now, now);

        foreach (var (asset, place) in _kept)
        {
            if (clock.GetElapsedTime(place.Seen, now) >= Linger) _kept.Remove(asset);
        }

        Listing[] wanted = [.. _kept.Values.OrderBy(place => place.Since).ThenBy(place => place.Listing.Symbol, StringComparer.Ordinal)
            .Take(most).Select(place => place.Listing)];
        _wanted = wanted.ToDictionary(listing => listing.Asset);
        return wanted;
    }
}
