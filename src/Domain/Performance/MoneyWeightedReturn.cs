using Investr.Domain.Valuation;

namespace Investr.Domain.Performance;

/// <summary>Money that changed hands between an investor and an investment.</summary>
/// <param name="On">The day.</param>
/// <param name="Amount">How much; negative where the investor paid it in, positive where they got it.</param>
public readonly record struct CashFlow(DateOnly On, double Amount);

/// <summary>A yearly rate of return that was looked for: either the rate, or why there is none.</summary>
/// <param name="Rate">The rate, as a fraction.</param>
/// <param name="Problem">Why there is none: NO_SIGN_CHANGE or NOT_CONVERGED.</param>
public readonly record struct RateFound(double? Rate, string? Problem);

/// <summary>
/// The internal rate of return of dated cash flows (XIRR): the yearly rate at which all of them, discounted to the first day, add up
/// to nothing; a year is 365 days. Where several rates do so, it is the one nearest to zero.
/// </summary>
/// <remarks>
/// With x = ln(1 + rate), f(x) = Σ amount · e^(−x · days ÷ 365). A change of sign is looked for outwards from zero, and within it
/// Newton's steps are taken as long as they stay inside and do better than halving it.
/// </remarks>
public static class MoneyWeightedReturn
{
    // e^23 is ten thousand million: nobody earns, and nothing that is not a total loss loses, as much in a year.
    private const double Widest = 23;
    private const double FirstStep = 0.05;
    private const double Growth = 1.1;
    private const double Tolerance = 1e-14;
    private const int MostSteps = 200;

    /// <summary>Looks for the rate.</summary>
    /// <param name="flows">The flows, in any order; what is left at the end is one of them.</param>
    public static RateFound Of(IReadOnlyList<CashFlow> flows)
    {
        if (!flows.Any(flow => flow.Amount < 0) || !flows.Any(flow => flow.Amount > 0)) return new(null, DataIssue.NoSignChange);

        var first = flows.Min(flow => flow.On.DayNumber);
        var dated = flows.Select(flow => ((flow.On.DayNumber - first) / 365.0, flow.Amount)).ToArray();
        if (dated.All(flow => flow.Item1 == 0)) return new(null, DataIssue.NotConverged);

        return Bracket(dated) is var (low, high)
            ? new(Math.Exp(RootBetween(low, high, dated)) - 1, null)
            : new(null, DataIssue.NotConverged);
    }

    private static (double Low, double High)? Bracket((double Years, double Amount)[] flows)
    {
        var (up, down) = (0.0, 0.0);
        var (valueUp, valueDown) = (ValueAt(0, flows).Value, ValueAt(0, flows).Value);
        for (var step = FirstStep; up < Widest; step *= Growth)
        {
            var value = ValueAt(up + step, flows).Value;
            if (ChangesSign(valueUp, value)) return (up, up + step);
            (up, valueUp) = (up + step, value);

            value = ValueAt(down - step, flows).Value;
            if (ChangesSign(valueDown, value)) return (down - step, down);
            (down, valueDown) = (down - step, value);
        }

        return null;
    }

    private static double RootBetween(double low, double high, (double Years, double Amount)[] flows)
    {
        var rising = ValueAt(high, flows).Value > 0;
        var x = (low + high) / 2;
        for (var step = 0; step < MostSteps && high - low > Tolerance; step++)
        {
            var (value, slope) = ValueAt(x, flows);
            if (value == 0) return x;
            if (value > 0 == rising) high = x;
            else low = x;

            var next = x - value / slope;
            var isInside = next > low && next < high;
            if (isInside && Math.Abs(next - x) <= Tolerance * Math.Max(1, Math.Abs(x))) return next;
            x = isInside ? next : (low + high) / 2;
        }

        return x;
    }

    private static (double Value, double Slope) ValueAt(double x, (double Years, double Amount)[] flows)
    {
        var (value, slope) = (0.0, 0.0);
        foreach (var (years, amount) in flows)
        {
            var present = amount * Math.Exp(-x * years);
            value += present;
            slope -= years * present;
        }

        return (value, slope);
    }

    private static bool ChangesSign(double one, double other) =>
        double.IsFinite(one) && double.IsFinite(other) && (one <= 0 && other >= 0 || one >= 0 && other <= 0);
}
