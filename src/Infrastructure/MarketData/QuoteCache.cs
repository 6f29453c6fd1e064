using System.Collections.Concurrent;
using Investr.Domain.Market;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.MarketData;

/// <summary>The newest believable quote of every asset that was ever asked for. The last good one is kept whatever comes after.</summary>
internal sealed partial class QuoteCache(TimeProvider clock, ILogger<QuoteCache> logger)
{
    // A price a hundred times the last one is a mistaken unit, not news.
    private const decimal LargestJump = 100;

    private static readonly TimeSpan LargestClockDifference = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<AssetId, Entry> _entries = new();

    /// <summary>The newest quote, however old.</summary>
    internal Quote? Find(AssetId asset) => _entries.TryGetValue(asset, out var entry) ? entry.Quote : null;

    /// <summary>The newest quote while it is as good as new.</summary>
    internal Quote? FindFresh(AssetId asset) =>
        _entries.TryGetValue(asset, out var entry) && clock.GetUtcNow() < entry.FreshUntil ? entry.Quote : null;

    /// <summary>Takes a quote in.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="refreshAfter">For how long it is as good as new.</param>
    /// <returns>Whether it is believable and newer than what was there.</returns>
    internal bool Keep(Quote quote, TimeSpan refreshAfter)
    {
        var now = clock.GetUtcNow();
        while (true)
        {
            var known = _entries.GetValueOrDefault(quote.Asset);
            if (ReasonToDoubt(quote, known?.Quote, now) is { } reason)
            {
                LogDoubted(logger, quote.Asset, quote.Source, reason);
                return false;
            }

            var entry = new Entry(quote, now + refreshAfter);
            if (known is null)
            {
                if (_entries.TryAdd(quote.Asset, entry)) return true;
            }
            else if (quote.AsOf > known.Quote.AsOf)
            {
                if (_entries.TryUpdate(quote.Asset, entry, known)) return true;
            }
            else
            {
                // Asked again, the source had nothing newer: what is known is good for as long again.
                if (quote.AsOf < known.Quote.AsOf) return false;
                if (_entries.TryUpdate(quote.Asset, known with { FreshUntil = entry.FreshUntil }, known)) return false;
            }
        }
    }

    private static string? ReasonToDoubt(Quote quote, Quote? known, DateTimeOffset now)
    {
        if (quote.Price <= 0) return "its price is not positive";
        if (quote.AsOf > now + LargestClockDifference) return "it comes from the future";
        if (known is null) return null;
        if (quote.Currency != known.Currency) return "its currency is another than before";
        return quote.Price >= known.Price * LargestJump || quote.Price <= known.Price / LargestJump
            ? "its price is a hundred times what it was, or less than a hundredth"
            : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A quote of {Asset} from {Source} was not believed: {Reason}.")]
    private static partial void LogDoubted(ILogger logger, AssetId asset, string source, string reason);

    private sealed record Entry(Quote Quote, DateTimeOffset FreshUntil);
}
