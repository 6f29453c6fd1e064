using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Calls;

namespace Investr.Infrastructure.MarketData;

/// <summary>Finds what assets cost: the cache, then the sources for what is too old, then the price store.</summary>
internal sealed class QuoteRouter(
    SourceCalls calls,
    ListingBook listings,
    QuoteCache cache,
    QuoteFlights flights,
    IPriceStore store,
    QuotePathOptions options,
    TimeProvider clock)
{
    /// <summary>The newest quote of each asset, from memory where that is new enough; what nobody ever quoted is left out.</summary>
    internal async Task<IReadOnlyDictionary<AssetId, Quote>> GetAsync(
        IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        var found = new Dictionary<AssetId, Quote>(assets.Count);
        List<AssetId> left = [];
        foreach (var asset in assets)
        {
            if (cache.FindFresh(asset) is { } fresh) found[asset] = fresh;
            else left.Add(asset);
        }

        foreach (var (source, symbols) in found.Values.CountBy(quote => quote.Source)) calls.LineOf(source)?.Statistics.Saved(symbols);
        if (left.Count == 0) return found;

        await RenewAsync(left, cancellationToken);

        // What came in is in the cache now; what did not, but once did, is there too and has grown old.
        foreach (var asset in left)
        {
            if (cache.FindFresh(asset) is { } fresh) found[asset] = fresh;
            else if (cache.Find(asset) is { } last) found[asset] = last with { Freshness = QuoteFreshness.Stale };
        }

        left.RemoveAll(found.ContainsKey);
        if (left.Count > 0) await AddStoredAsync(left, found, cancellationToken);
        return found;
    }

    /// <summary>Has quotes fetched, and waits for those that nothing in memory will do for.</summary>
    private async Task RenewAsync(List<AssetId> assets, CancellationToken cancellationToken)
    {
        var wanted = (await listings.ReadAsync(assets, cancellationToken)).ToLookup(listing => cache.FindUsable(listing.Asset) is not null);
        _ = flights.JoinAsync([.. wanted[true]]);
        try
        {
            await flights.JoinAsync([.. wanted[false]]).WaitAsync(options.WaitAtMost, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The flight goes on; whoever asks next finds what it brings.
        }
    }

    private async Task AddStoredAsync(List<AssetId> assets, Dictionary<AssetId, Quote> found, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var (asset, price) in await store.ReadLatestAsync(assets, today, cancellationToken))
            found[asset] = ClosingQuotes.Of(price);
    }
}
