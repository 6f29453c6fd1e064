using Investr.Application.Market;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>Daily closes, from the price store for the assets that it has in the span, else from the first source that knows them.</summary>
internal sealed class PriceHistory(IPriceStore store, IEnumerable<IMarketDataSource> sources)
{
    // An exchange is shut this many days at a stretch at most; a close that is no older is the last there was.
    private const int LongestBreak = 10;

    private readonly IMarketDataSource[] _sources = [.. sources.Where(source => source.Capabilities.History)];

    internal async Task<IReadOnlyDictionary<AssetId, PriceSeries>> ReadAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var found = new Dictionary<AssetId, PriceSeries>(await store.ReadAsync(assets, from, to, cancellationToken));
        foreach (var source in _sources)
        {
            AssetId[] left = [.. assets.Where(asset => !found.ContainsKey(asset))];
            if (left.Length == 0) break;

            foreach (var (asset, series) in await source.GetHistoryAsync(left, from, to, cancellationToken))
            {
                if (series.Points.Count > 0) found[asset] = series;
            }
        }

        return found;
    }

    /// <summary>The last close of each asset on a day or before it.</summary>
    internal async Task<IReadOnlyDictionary<AssetId, Quote>> ReadClosesAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly on, CancellationToken cancellationToken)
    {
        var found = await ReadStoredClosesAsync(assets, on, cancellationToken);
        foreach (var source in _sources)
        {
            AssetId[] left = [.. assets.Where(asset => !found.TryGetValue(asset, out var close) || IsOld(close, on))];
            if (left.Length == 0) break;

            foreach (var (asset, close) in await source.GetClosingQuotesAsync(left, on, cancellationToken))
            {
                if (!found.TryGetValue(asset, out var other) || close.AsOf > other.AsOf) found[asset] = close;
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

    private static bool IsOld(Quote close, DateOnly on) => DateOnly.FromDateTime(close.AsOf.UtcDateTime) < on.AddDays(-LongestBreak);
}
