using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>Realized gains in one currency: proceeds at the rate of the sale's day, cost at that of the purchase's.</summary>
public static class RealizedGains
{
    /// <summary>Sales of a span of days, both ends included, lot by lot in the order of time.</summary>
    /// <param name="positions">What came of the ledger, under the method wanted.</param>
    /// <param name="rates">The exchange rates.</param>
    /// <param name="currency">The currency wanted.</param>
    /// <param name="from">The first day of sale; null for the first of all.</param>
    /// <param name="to">The last day of sale; null for the last of all.</param>
    /// <returns>The gains; one that no rate converts on the day of its sale is left out, as the valuation's data issues tell.</returns>
    public static IReadOnlyList<RealizedGainValue> Of(
        Positions positions, ExchangeRates rates, Currency currency, DateOnly? from = null, DateOnly? to = null)
    {
        var conversion = new Conversion(rates, currency);
        return [.. Between(positions.RealizedGains, from, to).Select(gain => Convert(gain, conversion)).OfType<RealizedGainValue>()];
    }

    internal static Gain Total(IEnumerable<RealizedGain> gains, Conversion conversion)
    {
        var (total, cost) = (0m, 0m);
        foreach (var gain in gains)
        {
            if (Convert(gain, conversion) is not { } value) continue;
            total += value.Gain.Amount;
            cost += value.CostBasis.Amount;
        }

        return Gain.On(total, conversion.To, cost);
    }

    private static IEnumerable<RealizedGain> Between(IEnumerable<RealizedGain> gains, DateOnly? from, DateOnly? to) =>
        gains.Where(gain => !(gain.ClosedOn < from) && !(gain.ClosedOn > to));

    // What cannot be converted on the day of the sale is left out whole: proceeds without cost would be a false gain.
    private static RealizedGainValue? Convert(RealizedGain gain, Conversion conversion)
    {
        if (conversion.RateOn(gain.ClosedOn, gain.Proceeds.Currency) is not { } proceedsRate) return null;
        if ((conversion.RateOf(gain.CostBasis, gain.OpenedOn, gain.Pool)
            ?? conversion.RateOn(gain.ClosedOn, gain.CostBasis.Currency)) is not { } costRate) return null;

        var (proceeds, cost) = (gain.Proceeds.Amount * proceedsRate, gain.CostBasis.Amount * costRate);
        return new(
            gain, new Money(cost, conversion.To), new Money(proceeds, conversion.To), Gain.On(proceeds - cost, conversion.To, cost));
    }
}

/// <summary>Units of one lot that one sale closed, in the currency asked for.</summary>
/// <param name="Source">The same in the currencies that were paid.</param>
/// <param name="CostBasis">What the units cost, at the rate of the day of purchase.</param>
/// <param name="Proceeds">What they brought, less the sale's fee, at the rate of the day of sale.</param>
/// <param name="Gain">Proceeds less cost, measured against the cost.</param>
public sealed record RealizedGainValue(RealizedGain Source, Money CostBasis, Money Proceeds, Gain Gain);
