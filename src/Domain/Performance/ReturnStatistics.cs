namespace Investr.Domain.Performance;

/// <summary>What a series of daily simple returns tells of risk. A year has 252 days; deviations are those of a sample.</summary>
public static class ReturnStatistics
{
    /// <summary>Trading days of a year.</summary>
    public const int DaysPerYear = 252;

    /// <summary>The standard deviation a year; null for fewer than two returns.</summary>
    /// <param name="returns">Daily returns.</param>
    public static double? Volatility(IReadOnlyList<double> returns) =>
        Deviation(returns) is { } deviation ? deviation * Math.Sqrt(DaysPerYear) : null;

    /// <summary>Mean excess return over its deviation, a year (Sharpe 1994); null without risk.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="riskFreeRate">What is earned without risk in a year.</param>
    public static double? SharpeRatio(IReadOnlyList<double> returns, double riskFreeRate)
    {
        var excess = Excess(returns, riskFreeRate);
        return Ratio(Mean(excess) * DaysPerYear, Volatility(excess));
    }

    /// <summary>Mean excess return over its downside deviation, a year (Sortino and Price 1994); null where nothing was lost.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="riskFreeRate">What is earned without risk in a year; the return that is wanted at least.</param>
    public static double? SortinoRatio(IReadOnlyList<double> returns, double riskFreeRate)
    {
        if (returns.Count < 2) return null;

        var excess = Excess(returns, riskFreeRate);
        var downside = Math.Sqrt(excess.Average(value => Math.Min(value, 0) * Math.Min(value, 0)) * DaysPerYear);
        return Ratio(Mean(excess) * DaysPerYear, downside);
    }

    /// <summary>The loss that a day exceeds with a probability of 1 − confidence, by history; null where that is less than one day.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="confidence">Between 0 and 1, such as 0.95.</param>
    /// <returns>The quantile of the returns, interpolated between neighbours, with its sign turned: a loss is positive.</returns>
    public static double? ValueAtRisk(IReadOnlyList<double> returns, double confidence)
    {
        if (!IsEnough(returns, confidence)) return null;

        double[] sorted = [.. returns.Order()];
        var place = (sorted.Length - 1) * (1 - confidence);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return -(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The mean loss on the days that lost the value at risk or more; null where that is null.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="confidence">Between 0 and 1, such as 0.95.</param>
    public static double? ConditionalValueAtRisk(IReadOnlyList<double> returns, double confidence) =>
        ValueAtRisk(returns, confidence) is { } loss ? -returns.Where(value => value <= -loss).DefaultIfEmpty(-loss).Average() : null;

    internal static double Mean(IReadOnlyList<double> values) => values.Count == 0 ? double.NaN : values.Average();

    internal static double? Deviation(IReadOnlyList<double> values) =>
        values.Count < 2 ? null : Math.Sqrt(Covariance(values, values));

    internal static double Covariance(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        var (leftMean, rightMean) = (Mean(left), Mean(right));
        return left.Zip(right, (x, y) => (x - leftMean) * (y - rightMean)).Sum() / (left.Count - 1);
    }

    internal static double[] Excess(IReadOnlyList<double> returns, double riskFreeRate)
    {
        var daily = Math.Pow(1 + riskFreeRate, 1.0 / DaysPerYear) - 1;
        return [.. returns.Select(value => value - daily)];
    }

    // Equal returns leave a deviation of a rounding error, which is none.
    internal static double? Ratio(double numerator, double? denominator) =>
        denominator is > 1e-12 && double.IsFinite(numerator) ? numerator / denominator : null;

    private static bool IsEnough(IReadOnlyList<double> returns, double confidence) =>
        confidence is > 0 and < 1 && returns.Count >= 2 && returns.Count * (1 - confidence) >= 1 - 1e-9;
}
