using System.Globalization;

namespace Investr.Infrastructure.MarketData.Http;

/// <summary>Days and instants as the APIs write them.</summary>
internal static class ApiTimes
{
    /// <summary>The day that a text begins with, whatever time and zone follow: a trading day is one of the exchange's own.</summary>
    internal static DateOnly Day(string text) => DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant by its seconds since 1970; null where there are none.</summary>
    internal static DateTimeOffset? Instant(decimal? seconds) =>
        seconds is { } known ? DateTimeOffset.FromUnixTimeSeconds((long)known) : null;
}
