using Investr.Domain.Market;

namespace Investr.Domain.Performance;

/// <summary>What a portfolio is compared with.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Prices">Its closes, adjusted for splits.</param>
public sealed record Benchmark(Asset Asset, PriceSeries Prices);

/// <summary>How a portfolio did beside a benchmark, in the portfolio's currency. What the closes do not suffice for is null.</summary>
/// <param name="Asset">The benchmark.</param>
/// <param name="Return">Its return over the period.</param>
/// <param name="Beta">By how much the portfolio moved for each move of the benchmark.</param>
/// <param name="Alpha">The mean return a year beyond what beta explains (Jensen 1968).</param>
/// <param name="Correlation">From −1 to 1 (Pearson).</param>
/// <param name="TrackingError">The deviation a year of the difference of the returns.</param>
/// <param name="InformationRatio">The mean difference a year over the tracking error.</param>
public sealed record BenchmarkComparison(
    Asset Asset,
    double? Return,
    double? Beta,
    double? Alpha,
    double? Correlation,
    double? TrackingError,
    double? InformationRatio)
{
    private const double LeastDeviation = 1e-12;

    /// <summary>Compares returns of the same days.</summary>
    /// <param name="asset">The benchmark.</param>
    /// <param name="overall">Its return over the period.</param>
    /// <param name="returns">The portfolio's daily returns.</param>
    /// <param name="benchmark">The benchmark's, day by day the same.</param>
    /// <param name="riskFreeRate">What is earned without risk in a year.</param>
    public static BenchmarkComparison Of(
        Asset asset, double? overall, IReadOnlyList<double> returns, IReadOnlyList<double> benchmark, double riskFreeRate)
    {
        if (returns.Count < 2) return new(asset, overall, null, null, null, null, null);

        var covariance = ReturnStatistics.Covariance(returns, benchmark);
        var (deviation, itsDeviation) = (ReturnStatistics.Deviation(returns), ReturnStatistics.Deviation(benchmark));
        double? beta = itsDeviation > LeastDeviation ? covariance / (itsDeviation * itsDeviation) : null;
        double? correlation = itsDeviation > LeastDeviation && deviation > LeastDeviation ? covariance / (deviation * itsDeviation) : null;

        var excess = ReturnStatistics.Mean(ReturnStatistics.Excess(returns, riskFreeRate));
        var itsExcess = ReturnStatistics.Mean(ReturnStatistics.Excess(benchmark, riskFreeRate));
        double[] active = [.. returns.Zip(benchmark, (ours, its) => ours - its)];
        var trackingError = ReturnStatistics.Volatility(active);

        return new(
            asset,
            overall,
            beta,
            (excess - beta * itsExcess) * ReturnStatistics.DaysPerYear,
            correlation,
            trackingError,
            ReturnStatistics.Ratio(ReturnStatistics.Mean(active) * ReturnStatistics.DaysPerYear, trackingError));
    }
}
