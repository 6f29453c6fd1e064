using Investr.Domain.Market;

namespace Investr.Domain.Diversification;

/// <summary>How far the risks of holdings cancel out, measured on their history.</summary>
/// <param name="DiversificationRatio">The weighted volatility of the holdings over that of the whole; 1 where nothing cancels.</param>
/// <param name="AverageCorrelation">The mean correlation of two holdings; null for fewer than two.</param>
/// <param name="Coverage">The share of the holdings' value that has a history.</param>
internal sealed record RiskSpread(double DiversificationRatio, double? AverageCorrelation, double Coverage)
{
    /// <summary>Measures holdings; null where too little history is known.</summary>
    internal static RiskSpread? Of(IReadOnlyDictionary<AssetId, double> weights, ReturnHistory history)
    {
        var measured = weights.Where(weight => weight.Value > 0 && history.Returns.ContainsKey(weight.Key)).ToArray();
        if (measured.Length == 0 || history.Observations < ScoreReference.LeastObservations) return null;

        var deviations = measured.Select(weight => Deviations(history.Returns[weight.Key])).ToArray();
        var shares = measured.Select(weight => weight.Value).ToArray();
        var volatilities = deviations.Select(Length).ToArray();

        var together = new double[history.Observations];
        for (var i = 0; i < shares.Length; i++)
        {
            for (var day = 0; day < together.Length; day++) together[day] += shares[i] * deviations[i][day];
        }

        var whole = Length(together);
        if (whole <= 0) return null;

        var apart = shares.Zip(volatilities, (share, volatility) => share * volatility).Sum();
        return new(Math.Max(apart / whole, 1), MeanCorrelation(deviations, volatilities), shares.Sum() / weights.Values.Sum());
    }

    // The divisor of a sample's deviation is the same above and below every fraction here, so it is left out.
    private static double Length(double[] deviations) => Math.Sqrt(Product(deviations, deviations));

    private static double Product(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    private static double[] Deviations(IReadOnlyList<double> returns)
    {
        var mean = returns.Average();
        return [.. returns.Select(value => value - mean)];
    }

    private static double? MeanCorrelation(double[][] deviations, double[] volatilities)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < deviations.Length; i++)
        {
            for (var j = i + 1; j < deviations.Length; j++)
            {
                if (volatilities[i] <= 0 || volatilities[j] <= 0) continue;
                sum += Product(deviations[i], deviations[j]) / (volatilities[i] * volatilities[j]);
                pairs++;
            }
        }

        return pairs == 0 ? null : sum / pairs;
    }
}
