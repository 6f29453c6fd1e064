using System.Collections.Concurrent;
using Investr.Domain.Market;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.MarketData;

/// <summary>The newest believable quote of every asset that was ever asked for. The last good one is kept whatever comes after.</summary>
internal sealed partial class QuoteCache(TimeProvider clock, ILogger<QuoteCache> logger)
{
    // A price a hundred times the last one is a mistaken unit, not news; unless the last one is from another day.
    private const decimal LargestJump = 100;

    private static readonly TimeSpan JumpsWithin = TimeSpan.FromDays(1);
    private static readonly TimeSpan LargestClockDifference = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<AssetId, Entry> _entries = new();

    /// <summary>The newest quote, however old.</summary>
    internal Quote? Find(AssetId asset) => _entries.GetValueOrDefault(asset)?.Quote;

    /// <summary>The newest quote while it is as good as new.</summary>
    internal Quote? FindFresh(AssetId asset) => FindYounger(asset, entry => entry.RefreshAfter);

    /// <summary>The newest quote while it need not be waited for a newer one.</summary>
    internal Quote? FindUsable(AssetId asset) => FindYounger(asset, entry => entry.RefreshAfter + entry.UsableFor);

    /// <summary>Takes a quote in.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="refreshAfter">For how long it is as good as new.</param>
    /// <param name="usableFor">For how long it will do after that.</param>
    /// <returns>Whether it is believable and newer than what was there.</returns>
    internal bool Keep(Quote quote, TimeSpan refreshAfter, TimeSpan usableFor = default)
    {
        while (true)
        {
            var known = _entries.GetValueOrDefault(quote.Asset);
            if (ReasonToDoubt(quote, known?.Quote) is { } reason)
            {
                LogDoubted(logger, quote.Asset, quote.Source, reason);
                return false;
            }

            // The age is told by a counter that nobody sets; the time of day may jump.
            var entry = new Entry(quote, clock.GetTimestamp(), refreshAfter, usableFor);
            if (known is null)
            {
                if (_entries.TryAdd(quote.Asset, entry)) return true;
            }
            else if (quote.AsOf > known.Quote.AsOf || IsFromTheFuture(known.Quote))
            {
                if (_entries.TryUpdate(quote.Asset, entry, known)) return true;
            }
            else
            {
                // Asked again, the source had nothing newer: what is known is good for as long again.
                if (quote.AsOf < known.Quote.AsOf) return false;
                if (_entries.TryUpdate(quote.Asset, entry with { Quote = known.Quote }, known)) return false;
            }
        }
    }

    /// <summary>Whether a quote may be true, by itself and by what is known of the asset, and is no older than that.</summary>
    internal bool Believes(Quote quote)
    {
        var known = Find(quote.Asset);
        if (ReasonToDoubt(quote, known) is not { } reason) return known is null || quote.AsOf >= known.AsOf || IsFromTheFuture(known);

        LogDoubted(logger, quote.Asset, quote.Source, reason);
        return false;
    }

    private Quote? FindYounger(AssetId asset, Func<Entry, TimeSpan> than) =>
        _entries.TryGetValue(asset, out var entry) && clock.GetElapsedTime(entry.KeptAt) < than(entry) ? entry.Quote : null;

    private string? ReasonToDoubt(Quote quote, Quote? known)
    {
        if (quote.Price <= 0) return "its price is not positive";
        if (IsFromTheFuture(quote)) return "it comes from the future";
        if (known is null) return null;
        if (quote.Currency != known.Currency) return "its currency is another than before";
        if (quote.AsOf - known.AsOf > JumpsWithin) return null;

        return quote.Price >= known.Price * LargestJump || quote.Price <= known.Price / LargestJump
            ? "its price is a hundred times what it was, or less than a hundredth"
            : null;
    }

    // A known quote is from the future after the clock was put back.
    private bool IsFromTheFuture(Quote quote) => quote.AsOf > clock.GetUtcNow() + LargestClockDifference;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A quote of {Asset} from {Source} was not believed: {Reason}.")]
    private static partial void LogDoubted(ILogger logger, AssetId asset, string source, string reason);

    private sealed record Entry(Quote Quote, long KeptAt, TimeSpan RefreshAfter, TimeSpan UsableFor);
}
