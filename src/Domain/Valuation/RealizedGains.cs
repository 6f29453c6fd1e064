using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>Realized gains in one currency: proceeds at the rate of the sale's day, cost at that of the purchase's.</summary>
internal static class RealizedGains
{
    internal static Gain Total(IEnumerable<RealizedGain> gains, Conversion conversion)
    {
        var (total, cost) = (0m, 0m);
        foreach (var gain in gains)
        {
            // What cannot be converted on the day of the sale is left out whole: proceeds without cost would be a false gain.
            if (conversion.RateOn(gain.ClosedOn, gain.Proceeds.Currency) is not { } proceedsRate) continue;
            if ((conversion.RateOn(gain.OpenedOn, gain.CostBasis.Currency)
                ?? conversion.RateOn(gain.ClosedOn, gain.CostBasis.Currency)) is not { } costRate) continue;

            total += gain.Proceeds.Amount * proceedsRate - gain.CostBasis.Amount * costRate;
            cost += gain.CostBasis.Amount * costRate;
        }

        return Gain.On(total, conversion.To, cost);
    }
}
