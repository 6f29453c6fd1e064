using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>The income of one month, before fees and taxes.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Dividends">Profit paid out.</param>
/// <param name="Interest">Interest received, less interest paid.</param>
/// <param name="Rewards">Units received for nothing, at their fair value.</param>
public sealed record IncomePoint(DateOnly Month, decimal Dividends, decimal Interest, decimal Rewards);

/// <summary>Income month by month in one currency, each amount at the rate of its own day.</summary>
public static class IncomeByMonth
{
    /// <summary>The months of a span of days, both ends included, in which there was income.</summary>
    /// <param name="positions">What came of the ledger.</param>
    /// <param name="rates">The exchange rates; an amount without one is left out.</param>
    /// <param name="currency">The currency wanted.</param>
    /// <param name="from">The first day; null for the first of all.</param>
    /// <param name="to">The last day; null for the last of all.</param>
    public static IReadOnlyList<IncomePoint> Of(
        Positions positions, ExchangeRates rates, Currency currency, DateOnly? from = null, DateOnly? to = null)
    {
        var conversion = new Conversion(rates, currency);
        return
        [
            .. positions.Income
                .Where(income => !(income.On < from) && !(income.On > to))
                .GroupBy(income => new DateOnly(income.On.Year, income.On.Month, 1))
                .OrderBy(month => month.Key)
                .Select(month => new IncomePoint(
                    month.Key,
                    Total(month, IncomeKind.Dividend, conversion),
                    Total(month, IncomeKind.Interest, conversion),
                    Total(month, IncomeKind.Reward, conversion))),
        ];
    }

    private static decimal Total(IEnumerable<IncomeItem> items, IncomeKind kind, Conversion conversion) =>
        items.Where(income => income.Kind == kind).Sum(income => conversion.Of(income.Amount, income.On));
}
