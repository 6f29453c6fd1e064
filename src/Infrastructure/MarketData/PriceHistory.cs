using Investr.Application.Market;
using Investr.Domain.Market;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.MarketData;

/// <summary>Daily closes: those of the first source that knows the asset, with the closes that are kept laid over them day by day.</summary>
internal sealed partial class PriceHistory(
    IPriceStore store, ListingBook listings, IEnumerable<IMarketDataSource> sources, ILogger<PriceHistory> logger)
{
    // An exchange is shut this many days at a stretch at most; a close that is no older is the last there was.
    private const int LongestBreak = 10;

    private readonly IMarketDataSource[] _sources = [.. sources.Where(source => source.Capabilities.History is not null)];

    internal async Task<IReadOnlyDictionary<AssetId, PriceSeries>> ReadAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var found = new Dictionary<AssetId, PriceSeries>(assets.Count);
        foreach (var source in _sources)
        {
            AssetId[] left = [.. assets.Where(asset => !found.ContainsKey(asset))];
            foreach (var (listing, series) in await AskAsync(source, left, from, to, cancellationToken)) found[listing.Asset] = series;
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
            foreach (var (listing, series) in await AskAsync(source, left, LookBackFrom(on), on, cancellationToken))
            {
                var close = ClosingQuotes.Of(series, listing.Currency, source.Name);
                if (!found.TryGetValue(listing.Asset, out var kept) || DayOf(close) > DayOf(kept)) found[listing.Asset] = close;
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<(Listing Listing, PriceSeries Series)>> AskAsync(
        IMarketDataSource source, AssetId[] assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (assets.Length == 0) return [];

        List<(Listing, PriceSeries)> found = new(assets.Length);
        var covered = (await listings.ReadAsync(assets, cancellationToken)).Where(source.Covers);
        foreach (var batch in covered.Chunk(source.Capabilities.History!.SymbolsACall))
        {
            try
            {
                var answer = await source.GetHistoryAsync(batch, from, to, cancellationToken);
                foreach (var listing in batch)
                {
                    if (answer.Found.TryGetValue(listing.Asset, out var history) && history.Closes.Points.Count > 0)
                        found.Add((listing, history.Closes));
                }
            }
            catch (SourceException failure)
            {
                LogFailed(logger, failure, source.Name, batch.Length);
            }
        }

        return found;
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
    private static DateOnly LookBackFrom(DateOnly on) => DateOnly.FromDayNumber(Math.Max(0, on.DayNumber - 2 * LongestBreak));

    // A close that was fetched is the last there was; one that was entered by hand tells nothing of the days after it.
    private static bool MayBeNewer(Quote close, DateOnly on) =>
        DayOf(close) < (close.Freshness == QuoteFreshness.Manual ? on : on.AddDays(-LongestBreak));

    private static DateOnly DayOf(Quote close) => DateOnly.FromDateTime(close.AsOf.UtcDateTime);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} did not give the closes of {Count} assets.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string source, int count);
}
