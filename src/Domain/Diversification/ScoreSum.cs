namespace Investr.Domain.Diversification;

/// <summary>Parts put together: 100 times the mean of their scores by weight, over the parts that could be measured.</summary>
/// <param name="Score">From 0 to 100.</param>
/// <param name="Low">With every part at its worst, those that could not be measured at 0.</param>
/// <param name="High">With every part at its best, those that could not be measured at 100.</param>
/// <param name="Components">The parts; their contributions add up to the score.</param>
internal sealed record ScoreSum(double Score, double Low, double High, IReadOnlyList<ScoreComponent> Components)
{
    internal static ScoreSum Of(IReadOnlyList<ScorePart> parts)
    {
        var measured = parts.Where(part => part.Score is not null).Sum(part => part.Weight);
        var all = parts.Sum(part => part.Weight);
        if (measured <= 0) return new(0, 0, 0, []);

        var components = parts.Select(part => ComponentOf(part, part.Score is null ? 0 : part.Weight / measured)).ToArray();
        var score = components.Sum(component => component.Contribution);

        // The bounds are sums in another order, so their last digit may stray past the score where nothing is unknown.
        return new(
            score,
            Math.Min(score, 100 * parts.Sum(part => part.Weight * part.Low) / all),
            Math.Max(score, 100 * parts.Sum(part => part.Weight * part.High) / all),
            components);
    }

    private static ScoreComponent ComponentOf(ScorePart part, double weight)
    {
        var score = 100 * part.Score.GetValueOrDefault();
        return new(part.Name, part.Coverage, score, weight, score * weight, part.Explanation);
    }
}
