using Investr.Domain.Valuation;

namespace Investr.Domain.Diversification;

/// <summary>How well spread a portfolio is, and why.</summary>
public sealed record DiversificationAnalysis
{
    /// <summary>From 0 (all in one thing) to 100.</summary>
    public required double Score { get; init; }

    /// <summary>The score if all that is unknown were as concentrated as can be; never above <see cref="Score"/>.</summary>
    public required double ScoreLow { get; init; }

    /// <summary>The score if all that is unknown were as spread as can be; never below <see cref="Score"/>.</summary>
    public required double ScoreHigh { get; init; }

    /// <summary>The definition that made the score.</summary>
    public required string MethodVersion { get; init; }

    /// <summary>The parts of the score; their contributions add up to it, unless a large issuer caps it.</summary>
    public required IReadOnlyList<ScoreComponent> Components { get; init; }

    /// <summary>How many assets are held.</summary>
    public required int Holdings { get; init; }

    /// <summary>The sum of the squared weights of the holdings among themselves; cash is none of them.</summary>
    public required double HerfindahlIndex { get; init; }

    /// <summary>How many equal holdings would be as concentrated; 0 where nothing is held.</summary>
    public required double EffectiveHoldings { get; init; }

    /// <summary>The Shannon entropy of the holdings' weights over its maximum.</summary>
    public required double NormalizedEntropy { get; init; }

    /// <summary>The weighted volatility of the holdings over that of the whole; null while history is too short.</summary>
    public required double? DiversificationRatio { get; init; }

    /// <summary>The square of that ratio: how many independent sources of risk it comes to; null while history is too short.</summary>
    public required double? EffectiveBets { get; init; }

    /// <summary>The mean correlation of two holdings; null while history is too short, or for fewer than two.</summary>
    public required double? AverageCorrelation { get; init; }

    /// <summary>What is not known, and leaves the score its bounds.</summary>
    public required IReadOnlyList<DataIssue> DataIssues { get; init; }
}

/// <summary>A part of the score.</summary>
/// <param name="Name">What it measures: NAME, RISK, CLASS, SECTOR, COUNTRY or CURRENCY.</param>
/// <param name="Coverage">The share of the value for which it is known, from 0 to 1.</param>
/// <param name="Score">From 0 to 100; 0 where nothing is known.</param>
/// <param name="Weight">Its share among the parts that could be measured; 0 where nothing is known.</param>
/// <param name="Contribution">Score times weight: what it adds to the whole.</param>
/// <param name="Explanation">What was measured, in a sentence.</param>
public sealed record ScoreComponent(
    string Name, double Coverage, double Score, double Weight, double Contribution, string Explanation);
