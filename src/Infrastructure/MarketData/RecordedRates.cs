using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData;

/// <summary>Lays rates that were recorded by hand over those of a source.</summary>
internal static class RecordedRates
{
    /// <summary>
    /// All rates, recorded ones last, so that they count. A pair with any recorded rate is given in both directions: whichever
    /// is asked for has every day, and a rate reads exactly as it was recorded.
    /// </summary>
    internal static IEnumerable<ExchangeRate> Over(IReadOnlyCollection<ExchangeRate> source, IReadOnlyCollection<ExchangeRate> recorded)
    {
        var pairs = recorded.Select(PairOf).ToHashSet();
        return [.. source, .. source.Where(rate => pairs.Contains(PairOf(rate))).Select(Inverse), .. recorded.Select(Inverse), .. recorded];
    }

    private static ExchangeRate Inverse(ExchangeRate rate) => new(rate.To, rate.From, rate.On, 1 / rate.Rate);

    private static (Currency, Currency) PairOf(ExchangeRate rate)
    {
        var (from, to) = (rate.From.Major, rate.To.Major);
        return from < to ? (from, to) : (to, from);
    }
}
