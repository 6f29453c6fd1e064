using Investr.Domain.Monetary;
using Investr.Domain.Valuation;

namespace Investr.Domain.Performance;

/// <summary>How well a portfolio did over a period. Ratios are fractions; what needs more data than there is, is null.</summary>
/// <remarks>
/// A period goes from the end of its first day to the end of its last. One that begins with the portfolio or before takes in the first
/// day whole, from nothing.
/// </remarks>
public sealed record PerformanceAnalysis
{
    private PerformanceAnalysis()
    {
    }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What was gained, measured against the value at the start and all that came from outside.</summary>
    public required Gain Gain { get; init; }

    /// <summary>The daily returns chain-linked; null where nothing was ever invested.</summary>
    public required double? TimeWeightedReturn { get; init; }

    /// <summary>The time-weighted return a year of 365 days; null for less than four weeks.</summary>
    public required double? AnnualizedReturn { get; init; }

    /// <summary>The internal rate of return a year (XIRR); null where there is none.</summary>
    public required double? MoneyWeightedReturn { get; init; }

    /// <summary>The deviation of the daily returns a year.</summary>
    public double? Volatility => ReturnStatistics.Volatility(DailyReturns);

    /// <summary>Mean excess return over its deviation, a year.</summary>
    public double? SharpeRatio => ReturnStatistics.SharpeRatio(DailyReturns, RiskFreeRate);

    /// <summary>Mean excess return over its downside deviation, a year.</summary>
    public double? SortinoRatio => ReturnStatistics.SortinoRatio(DailyReturns, RiskFreeRate);

    /// <summary>Annualized return over the maximum drawdown; null where there was none.</summary>
    public double? CalmarRatio => AnnualizedReturn / MaxDrawdown?.Depth;

    /// <summary>The deepest fall; null where there was none.</summary>
    public required Drawdown? MaxDrawdown { get; init; }

    /// <summary>Beside the benchmark; null without one.</summary>
    public required BenchmarkComparison? Benchmark { get; init; }

    /// <summary>How the value changed.</summary>
    public required ValueChange ValueChange { get; init; }

    /// <summary>Every day of the period.</summary>
    public required IReadOnlyList<PerformancePoint> Series { get; init; }

    /// <summary>Why a figure is null, or less certain than it looks.</summary>
    public required IReadOnlyList<DataIssue> DataIssues { get; init; }

    /// <summary>What is earned without risk in a year.</summary>
    public required double RiskFreeRate { get; init; }

    /// <summary>The daily returns behind the statistics; none where they would not bear any.</summary>
    public required IReadOnlyList<double> DailyReturns { get; init; }

    /// <summary>Measures a period.</summary>
    /// <param name="history">The value of every day.</param>
    /// <param name="from">The first day; null for the first of all.</param>
    /// <param name="to">The last day; null for the last of the history.</param>
    /// <param name="benchmark">What to compare with.</param>
    /// <param name="riskFreeRate">What is earned without risk in a year, as a fraction above −1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first day is after the last, or the rate is not above −1.</exception>
    public static PerformanceAnalysis Of(
        ValueHistory history, DateOnly? from = null, DateOnly? to = null, Benchmark? benchmark = null, double riskFreeRate = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(riskFreeRate, -1);

        var period = new Period(history, from, to);
        List<DataIssue> issues = [.. period.IssuesOf(history.DataIssues)];
        var index = ReturnIndex.Of(period);
        var market = benchmark is null ? null : new BenchmarkReturns(benchmark, history, period);
        var observations = Observations.Of(period, market, issues);
        var rate = period.RateOfReturn();

        if (rate.Problem is { } problem) issues.Add(NoRate(problem, period));
        if (market?.Issue is { } missing) issues.Add(missing);
        period.TellIfShort(issues);

        var change = ValueChange.Over(period.StartValue, period.Days);
        return new()
        {
            From = period.From,
            To = period.To,
            Currency = history.Currency,
            Gain = Gain.On(change.Gain, history.Currency, period.StartInvested + period.Came),
            TimeWeightedReturn = index.Total,
            AnnualizedReturn = period.Annualized(index.Total),
            MoneyWeightedReturn = rate.Rate,
            MaxDrawdown = Drawdown.Deepest(index.Points()),
            Benchmark = market?.Compare(observations, riskFreeRate),
            ValueChange = change,
            Series = index.Series(market),
            DataIssues = issues,
            RiskFreeRate = riskFreeRate,
            DailyReturns = observations.Returns,
        };
    }

    /// <summary>The loss that a day exceeds with a probability of 1 − confidence, by history; a loss is positive.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    public double? ValueAtRisk(double confidence = 0.95) => ReturnStatistics.ValueAtRisk(DailyReturns, confidence);

    /// <summary>The mean loss on the days that lost the value at risk or more.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    public double? ConditionalValueAtRisk(double confidence = 0.95) => ReturnStatistics.ConditionalValueAtRisk(DailyReturns, confidence);

    private static DataIssue NoRate(string problem, Period period)
    {
        var message = problem == DataIssue.NoSignChange
            ? "Money went only one way, so that no rate of return explains it."
            : "No rate of return within reason explains the money that came and went.";
        return new(problem, message, From: period.StartsOn, To: period.To);
    }
}

/// <summary>One day of a period.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">What the portfolio was worth at its end.</param>
/// <param name="Return">Time-weighted, since the start of the period.</param>
/// <param name="Drawdown">How far below the highest point so far, as a positive fraction.</param>
/// <param name="BenchmarkReturn">What the benchmark made since the start of the period.</param>
public sealed record PerformancePoint(DateOnly Date, decimal Value, double Return, double Drawdown, double? BenchmarkReturn);
