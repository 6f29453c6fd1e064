using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Calls;

namespace Investr.Infrastructure.MarketData;

/// <summary>
/// Daily closes: those that are kept, laid over those of a source in this process day by day. What other sources have is fetched once
/// and kept.
/// </summary>
internal sealed class PriceHistory(IPriceStore store, ListingBook listings, SourceCalls calls, PriceBackfill backfill)
{
    // An exchange is shut this many days at a stretch at most; a close that is no older is the last there was.
    internal const int LongestBreak = 10;

    internal async Task<IReadOnlyDictionary<AssetId, PriceSeries>> ReadAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var found = (await FetchAsync(assets, from, to, cancellationToken)).ToDictionary(history => history.Key, history => history.Value.Value.Closes);
        foreach (var (asset, kept) in await store.ReadAsync(assets, from, to, cancellationToken))
            found[asset] = found.TryGetValue(asset, out var sourced) ? new PriceSeries(asset, [.. sourced.Points, .. kept.Points]) : kept;

        return found;
    }

    /// <summary>The last close of each asset on a day or before it.</summary>
    internal async Task<IReadOnlyDictionary<AssetId, Quote>> ReadClosesAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly on, CancellationToken cancellationToken)
    {
        var found = await ReadStoredClosesAsync(assets, on, cancellationToken);
        AssetId[] left = [.. assets.Where(asset => !found.TryGetValue(asset, out var close) || MayBeNewer(close, on))];
        if (left.Length == 0) return found;

        var known = await listings.ReadAsync(left, cancellationToken);
        var (near, far) = Split(known);
        var fetched = await calls.GetHistoryAsync(near, LookBackFrom(on), on, Urgency.Interactive, cancellationToken);
        foreach (var listing in near)
        {
            if (!fetched.Found.TryGetValue(listing.Asset, out var history)) continue;

            var close = ClosingQuotes.Of(history.Value.Closes, listing.Currency, history.Source.Name);
            if (!found.TryGetValue(listing.Asset, out var kept) || DayOf(close) > DayOf(kept)) found[listing.Asset] = close;
        }

        if (!await backfill.FillAsync(far, LookBackFrom(on), on, cancellationToken)) return found;

        foreach (var (asset, close) in await ReadStoredClosesAsync([.. far.Select(listing => listing.Asset)], on, cancellationToken))
            found[asset] = close;
        return found;
    }

    private async Task<IReadOnlyDictionary<AssetId, Sourced<DailyHistory>>> FetchAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (near, far) = Split(await listings.ReadAsync(assets, cancellationToken));
        await backfill.FillAsync(far, from, to, cancellationToken);
        return (await calls.GetHistoryAsync(near, from, to, Urgency.Interactive, cancellationToken)).Found;
    }

    // A source in this process is asked each time; what others say is worth keeping.
    private (Listing[] Near, Listing[] Far) Split(IReadOnlyList<Listing> known)
    {
        var byDistance = known.ToLookup(listing => calls.FirstFor(listing, offered => offered.History)?.Source.Capabilities.IsLocal);
        return ([.. byDistance[true]], [.. byDistance[false]]);
    }

    private async Task<Dictionary<AssetId, Quote>> ReadStoredClosesAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly on, CancellationToken cancellationToken)
    {
        var closes = await store.ReadLatestAsync(assets, on, cancellationToken);
        if (closes.Count == 0) return [];

        var before = await store.ReadAsync([.. closes.Keys], LookBackFrom(on), on, cancellationToken);
        return closes.Values.ToDictionary(close => close.Asset, close => ClosingQuotes.Of(close) with
        {
            PreviousClose = before.GetValueOrDefault(close.Asset)?.Before(close.Date)?.Close,
        });
    }

    // Far enough for the last close and the one before it.
    private static DateOnly LookBackFrom(DateOnly on) => DateOnly.FromDayNumber(Math.Max(0, on.DayNumber - (2 * LongestBreak)));

    // A close that was fetched is the last there was; one that was entered by hand tells nothing of the days after it.
    private static bool MayBeNewer(Quote close, DateOnly on) =>
        DayOf(close) < (close.Freshness == QuoteFreshness.Manual ? on : on.AddDays(-LongestBreak));

    private static DateOnly DayOf(Quote close) => DateOnly.FromDateTime(close.AsOf.UtcDateTime);
}
