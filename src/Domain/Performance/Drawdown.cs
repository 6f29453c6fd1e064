namespace Investr.Domain.Performance;

/// <summary>A fall from a peak.</summary>
/// <param name="Depth">As a fraction below the peak: 0.25 is a quarter lost.</param>
/// <param name="PeakOn">The last day at the peak.</param>
/// <param name="TroughOn">The day of the lowest point.</param>
/// <param name="RecoveredOn">The first day on which the peak was reached again; null where it was not.</param>
public sealed record Drawdown(double Depth, DateOnly PeakOn, DateOnly TroughOn, DateOnly? RecoveredOn)
{
    private const double RoundingError = 1e-12;

    /// <summary>The deepest fall of an index of returns, of equal ones the first; null where it never fell.</summary>
    /// <param name="points">The return since the start on each day, oldest first.</param>
    public static Drawdown? Deepest(IEnumerable<(DateOnly On, double Return)> points)
    {
        Drawdown? deepest = null;
        var (peak, peakOn, open) = (double.NegativeInfinity, default(DateOnly), false);
        foreach (var (on, @return) in points)
        {
            var index = 1 + @return;
            if (index >= peak * (1 - RoundingError))
            {
                if (open) deepest = deepest! with { RecoveredOn = on };
                (peak, peakOn, open) = (Math.Max(peak, index), on, false);
            }
            else if (1 - index / peak is var depth && !(depth <= deepest?.Depth))
            {
                (deepest, open) = (new(depth, peakOn, on, RecoveredOn: null), true);
            }
        }

        return deepest;
    }
}
