using System.Globalization;

namespace Investr.Domain.Diversification;

/// <summary>One part of the score, each figure from 0 to 1.</summary>
/// <param name="Name">What it measures.</param>
/// <param name="Weight">Its weight beside the other parts.</param>
/// <param name="Coverage">The share of the value for which it is known.</param>
/// <param name="Score">What it comes to where it is known; null where nothing is.</param>
/// <param name="Low">What it would come to at worst.</param>
/// <param name="High">What it would come to at best.</param>
/// <param name="Explanation">What was measured, in a sentence.</param>
internal sealed record ScorePart(
    string Name, double Weight, double Coverage, double? Score, double Low, double High, string Explanation)
{
    /// <summary>
    /// A part that counts categories: ln N / ln N*, where N is the inverse of the sum of squared shares. At worst all that is
    /// unknown belongs to the largest category; at best it is spread so evenly that it adds nothing to that sum.
    /// </summary>
    internal static ScorePart OfCategories(
        string name, double weight, double reference, string noun, IReadOnlyList<double> known, double unknown)
    {
        var sum = known.Sum();
        if (sum <= 0) return Unmeasured(name, weight, $"Left out: the {noun} of nothing is known.");

        var coverage = sum / (sum + unknown);
        var index = Concentration.Of(known).HerfindahlIndex;
        var largest = known.Max() / sum;
        var rest = 1 - coverage;
        var indexAtWorst = index * coverage * coverage + 2 * rest * coverage * largest + rest * rest;
        var indexAtBest = index * coverage * coverage;

        var effective = (1 / index).ToString("0.0", CultureInfo.InvariantCulture);
        var target = reference.ToString(CultureInfo.InvariantCulture);
        return new(
            name, weight, coverage, ScoreOf(index), ScoreOf(indexAtWorst), ScoreOf(indexAtBest),
            $"As spread as {effective} equal {noun}; {target} and more score in full.");

        double ScoreOf(double herfindahl) => Math.Clamp(Math.Log(1 / herfindahl) / Math.Log(reference), 0, 1);
    }

    /// <summary>A part of which nothing is known; the others share its weight.</summary>
    internal static ScorePart Unmeasured(string name, double weight, string explanation) =>
        new(name, weight, Coverage: 0, Score: null, Low: 0, High: 1, explanation);
}
