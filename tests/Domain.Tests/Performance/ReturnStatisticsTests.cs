using Investr.Domain.Performance;
using Investr.TestKit;

namespace Investr.Domain.Tests.Performance;

public sealed class ReturnStatisticsTests
{
    // Mean 0.01; deviations 0.01, -0.02, 0.02, -0.01; squares add up to 0.001; 0.001 / 3 is the sample variance.
    private static readonly double[] Four = [0.02, -0.01, 0.03, 0.00];

    [Fact]
    public void Volatility_is_the_sample_deviation_times_the_root_of_252() =>
        Assert.Equal(Math.Sqrt(0.001 / 3 * 252), ReturnStatistics.Volatility(Four)!.Value, 12);

    [Fact]
    public void The_sharpe_ratio_is_mean_over_deviation_by_the_year() =>
        Assert.Equal(0.01 / Math.Sqrt(0.001 / 3) * Math.Sqrt(252), ReturnStatistics.SharpeRatio(Four, 0)!.Value, 12);

    [Fact]
    public void A_risk_free_rate_is_taken_off_day_by_day()
    {
        // 1.05 a year is 1.05^(1/252) - 1 = 0.0001936305 a day.
        var expected = (0.01 - 0.00019363050654) / Math.Sqrt(0.001 / 3) * Math.Sqrt(252);

        Assert.Equal(expected, ReturnStatistics.SharpeRatio(Four, 0.05)!.Value, 6);
    }

    [Fact]
    public void The_sortino_ratio_counts_losses_alone_and_divides_by_all_days() =>
        // One loss of 0.01 among four days: the square root of 0.0001 / 4 is 0.005.
        Assert.Equal(0.01 / 0.005 * Math.Sqrt(252), ReturnStatistics.SortinoRatio(Four, 0)!.Value, 10);

    [Fact]
    public void Without_risk_no_ratio_tells_anything()
    {
        Assert.Null(ReturnStatistics.SharpeRatio([0.01, 0.01, 0.01], 0));
        Assert.Null(ReturnStatistics.SortinoRatio([0.01, 0.02, 0.01], 0));
        Assert.Null(ReturnStatistics.Volatility([0.01]));
        Assert.Null(ReturnStatistics.SharpeRatio([], 0));
    }

    [Fact]
    public void Value_at_risk_lies_between_the_worst_days()
    {
        // -0.10, -0.09 … 0.10: 21 returns. At 95 % the place is 20 * 0.05 = 1, the second worst.
        double[] returns = [.. Enumerable.Range(-10, 21).Select(number => number / 100.0)];

        Assert.Equal(0.09, ReturnStatistics.ValueAtRisk(returns, 0.95)!.Value, 12);
        Assert.Equal(0.095, ReturnStatistics.ConditionalValueAtRisk(returns, 0.95)!.Value, 12); // (0.10 + 0.09) / 2

        // At 92.5 % the place is 1.5: half way from -0.09 to -0.08; the two worst lie beyond.
        Assert.Equal(0.085, ReturnStatistics.ValueAtRisk(returns, 0.925)!.Value, 12);
        Assert.Equal(0.095, ReturnStatistics.ConditionalValueAtRisk(returns, 0.925)!.Value, 12);
    }

    [Fact]
    public void Nineteen_days_do_not_tell_what_happens_on_one_of_twenty()
    {
        Assert.Null(ReturnStatistics.ValueAtRisk([.. Enumerable.Repeat(0.01, 19)], 0.95));
        Assert.NotNull(ReturnStatistics.ValueAtRisk([.. Enumerable.Repeat(0.01, 20)], 0.95));
        Assert.Null(ReturnStatistics.ValueAtRisk([.. Enumerable.Repeat(0.01, 20)], 0.99));
    }

    [Fact]
    public void A_benchmark_doubled_has_a_beta_of_two_and_no_alpha()
    {
        var doubled = Four.Select(value => 2 * value).ToArray();

        var comparison = BenchmarkComparison.Of(A.Asset("INDEX"), 0.04, doubled, Four, riskFreeRate: 0);

        Assert.Equal(2, comparison.Beta!.Value, 12);
        Assert.Equal(0, comparison.Alpha!.Value, 12);
        Assert.Equal(1, comparison.Correlation!.Value, 12);

        // The difference is the benchmark itself, so its deviation is the error and its Sharpe ratio the information ratio.
        Assert.Equal(ReturnStatistics.Volatility(Four)!.Value, comparison.TrackingError!.Value, 12);
        Assert.Equal(ReturnStatistics.SharpeRatio(Four, 0)!.Value, comparison.InformationRatio!.Value, 12);
    }

    [Fact]
    public void What_is_earned_beside_the_benchmark_is_alpha()
    {
        var better = Four.Select(value => value + 0.001).ToArray();

        var comparison = BenchmarkComparison.Of(A.Asset("INDEX"), 0.04, better, Four, riskFreeRate: 0);

        // A thousandth a day is 0.252 a year; the difference never changes, so there is no error to divide by.
        Assert.Equal(0.252, comparison.Alpha!.Value, 12);
        Assert.Equal(0, comparison.TrackingError!.Value, 12);
        Assert.Null(comparison.InformationRatio);
    }

    [Fact]
    public void A_benchmark_that_never_moves_has_neither_beta_nor_correlation()
    {
        var comparison = BenchmarkComparison.Of(A.Asset("INDEX"), 0, Four, [0, 0, 0, 0], riskFreeRate: 0);

        Assert.Null(comparison.Beta);
        Assert.Null(comparison.Alpha);
        Assert.Null(comparison.Correlation);
    }

    [Fact]
    public void The_deepest_fall_has_its_three_days()
    {
        // 1.00, 1.20, 0.90, 1.10, 1.20, 1.00: from 1.20 to 0.90 is a quarter; it is made good on the 5th.
        var drawdown = Drawdown.Deepest([On(1, 0), On(2, 0.2), On(3, -0.1), On(4, 0.1), On(5, 0.2), On(6, 0)]);

        Assert.Equal(0.25, drawdown!.Depth, 12);
        Assert.Equal(
            (A.Day("2024-01-02"), A.Day("2024-01-03"), (DateOnly?)A.Day("2024-01-05")),
            (drawdown.PeakOn, drawdown.TroughOn, drawdown.RecoveredOn));
        Assert.Null(Drawdown.Deepest([On(1, 0), On(2, 0.1), On(3, 0.1)]));
        Assert.Null(Drawdown.Deepest([On(1, 0), On(2, -0.1)])!.RecoveredOn);

        static (DateOnly, double) On(int day, double @return) => (new(2024, 1, day), @return);
    }
}
