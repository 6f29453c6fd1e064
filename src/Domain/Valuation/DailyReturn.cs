namespace Investr.Domain.Valuation;

/// <summary>
/// The time-weighted return of one day. What was held overnight earns first; then comes in what comes from outside, and the day's
/// trades earn on all of it; what goes out goes at the end of the day.
/// </summary>
internal static class DailyReturn
{
    /// <summary>The return; NaN where nothing was invested.</summary>
    /// <param name="yesterday">The day before.</param>
    /// <param name="today">The day.</param>
    /// <param name="trades">What the day's trades gained between their own prices and the close, charges taken off.</param>
    internal static double Of(in ValueDay yesterday, in ValueDay today, decimal trades)
    {
        var before = yesterday.Invested;
        var came = today.Contributions + Math.Max(today.Unexplained, 0);
        var gain = today.Invested - before - today.Flow;

        if (before <= 0) return came > 0 ? (double)gain / (double)came : double.NaN;
        if (came == 0) return (double)gain / (double)before;

        var overnight = gain - trades;
        var invested = (double)(before + overnight + came);
        return invested > 0
            ? (1 + (double)overnight / (double)before) * (1 + (double)trades / invested) - 1
            : (double)gain / (double)before;
    }
}
