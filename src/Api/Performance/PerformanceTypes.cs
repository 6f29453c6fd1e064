using Investr.Domain;
using Investr.Domain.Performance;
using Investr.Domain.Valuation;
using Investr.GraphQL;

namespace Investr.Api.Performance;

/// <summary>How well a portfolio did over a period. Ratios are fractions: 0.12 is 12 %. What needs more data than there is, is null.</summary>
[ObjectType<PerformanceAnalysis>(Ignore = [nameof(PerformanceAnalysis.RiskFreeRate), nameof(PerformanceAnalysis.DailyReturns)])]
[GraphQLName("Performance")]
internal static class PerformanceType
{
    /// <summary>The loss that a day exceeds with a probability of 1 - confidence, by history; a loss is positive.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    public static double? GetValueAtRisk([Parent] PerformanceAnalysis performance, double confidence = 0.95) =>
        performance.ValueAtRisk(Checked(confidence));

    /// <summary>The mean loss on the days that lost the value at risk or more.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    public static double? GetConditionalValueAtRisk([Parent] PerformanceAnalysis performance, double confidence = 0.95) =>
        performance.ConditionalValueAtRisk(Checked(confidence));

    /// <summary>Every day of the period.</summary>
    [BindMember(nameof(PerformanceAnalysis.Series))]
    [ListSize(AssumedSize = 1_000)]
    public static IReadOnlyList<PerformancePoint> GetSeries([Parent] PerformanceAnalysis performance) => performance.Series;

    private static double Checked(double confidence) => confidence is > 0 and < 1
        ? confidence
        : throw new RefusedException(new ValidationRefusal("confidence", "A confidence is between 0 and 1."));
}

/// <summary>A fall from a peak.</summary>
[ObjectType<Drawdown>]
internal static class DrawdownType;

/// <summary>How a portfolio did beside a benchmark, in the portfolio's currency. What the closes do not suffice for is null.</summary>
[ObjectType<BenchmarkComparison>]
internal static class BenchmarkComparisonType;

/// <summary>How the value changed from the first day to the last; the parts add up to the end.</summary>
[ObjectType<ValueChange>(Ignore = [nameof(ValueChange.Gain)])]
internal static class ValueChangeType;

/// <summary>One day of a period.</summary>
[ObjectType<PerformancePoint>]
[Cost(0.1)]
internal static class PerformancePointType;

/// <summary>What a portfolio was worth at the end of a day.</summary>
[ObjectType<ValuePoint>]
[Cost(0.1)]
internal static class ValuePointType;

/// <summary>The income of one month, before fees and taxes.</summary>
[ObjectType<IncomePoint>]
[Cost(0.1)]
internal static class IncomePointType;
