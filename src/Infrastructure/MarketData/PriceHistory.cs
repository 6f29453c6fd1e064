using Investr.Application.Market;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>Daily closes: those of the first source that knows the asset, with the closes that are kept laid over them day by day.</summary>
internal sealed class PriceHistory(IPriceStore store, IEnumerable<IMarketDataSource> sources)
{
    // An exchange is shut this many days at a stretch at most; a close that is no older is the last there was.
    private const int LongestBreak = 10;

    private readonly IMarketDataSource[] _sources = [.. sources.Where(source => source.Capabilities.History)];

    internal async Task<IReadOnlyDictionary<AssetId, PriceSeries>> ReadAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var found = new Dictionary<AssetId, PriceSeries>(assets.Count);
        foreach (var source in _sources)
        {
            AssetId[] left = [.. assets.Where(asset => !found.ContainsKey(asset))];
            if (left.Length == 0) break;

            foreach (var (asset, series) in await source.GetHistoryAsync(left, from, to, cancellationToken))
            {
                if (series.Points.Count > 0) found[asset] = series;
            }
        }

        foreach (var (asset, kept) in await store.ReadAsync(assets, from, to, cancellationToken))
            found[asset] = found.TryGetValue(asset, out var sourced) ? new PriceSeries(asset, [.. sourced.Points, .. kept.Points]) : kept;

        return found;
    }

    /// <summary>The last close of each asset on a day or before it.</summary>
    internal async Task<IReadOnlyDictionary<AssetId, Quote>> ReadClosesAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly on, CancellationToken cancellationToken)
    {
        var found = await ReadStoredClosesAsync(assets, on, cancellationToken);
        foreach (var source in _sources)
        {
            AssetId[] left = [.. assets.Where(asset => !found.TryGetValue(asset, out var close) || MayBeNewer(close, on))];
            if (left.Length == 0) break;

            foreach (var (asset, close) in await source.GetClosingQuotesAsync(left, on, cancellationToken))
            {
                if (!found.TryGetValue(asset, out var kept) || DayOf(close) > DayOf(kept)) found[asset] = close;
            }
        }

        return found;
    }

    private async Task<Dictionary<AssetId, Quote>> ReadStoredClosesAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly on, CancellationToken cancellationToken)
    {
        var closes = await store.ReadLatestAsync(assets, on, cancellationToken);
        if (closes.Count == 0) return [];

        var before = await store.ReadAsync([.. closes.Keys], on.AddDays(-2 * LongestBreak), on, cancellationToken);
        return closes.Values.ToDictionary(close => close.Asset, close => ClosingQuotes.Of(close) with
        {
            PreviousClose = before.GetValueOrDefault(close.Asset)?.Before(close.Date)?.Close,
        });
    }

    // A close that was fetched is the last there was; one that was entered by hand tells nothing of the days after it.
    private static bool MayBeNewer(Quote close, DateOnly on) =>
        DayOf(close) < (close.Freshness == QuoteFreshness.Manual ? on : on.AddDays(-LongestBreak));

    private static DateOnly DayOf(Quote close) => DateOnly.FromDateTime(close.AsOf.UtcDateTime);
}
