using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Catalogue;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>The daily rates of the simulated market: units of each currency for one US dollar.</summary>
internal sealed class SimulatedRates(long seed, IReadOnlyList<CurrencyRow> currencies)
{
    // As many digits as central banks publish.
    private const int SignificantDigits = 6;

    private readonly (Currency Currency, SimulatedWalk Walk)[] _walks =
        [.. currencies.Select(row => (Currency.Parse(row.Currency), new SimulatedWalk(seed, MotionOf(row))))];

    internal IReadOnlyCollection<ExchangeRate> Between(DateOnly from, DateOnly to)
    {
        List<ExchangeRate> rates = [];
        foreach (var (currency, walk) in _walks)
        {
            for (var day = walk.TradingDayFrom(from); day <= to; day = walk.TradingDayFrom(day.AddDays(1)))
                rates.Add(new ExchangeRate(Currency.Usd, currency, day, Rounded(walk.CloseOf(day))));
        }

        return rates;
    }

    private static SimulatedMotion MotionOf(CurrencyRow row) =>
        new(
            row.UnitsPerDollar, row.Drift, row.Volatility, Market: 0, Factor: "DOLLAR", row.Loading,
            Noise: $"currency/{row.Twin ?? row.Currency}", EveryDay: false);

    private static decimal Rounded(double rate) =>
        Math.Round((decimal)rate, Math.Max(0, SignificantDigits - 1 - (int)Math.Floor(Math.Log10(rate))));
}
