namespace Investr.Domain.Portfolios;

/// <summary>The part of an amount that goes with a part of a whole.</summary>
internal static class Proportion
{
    private const decimal LargestExactAmount = 1_000_000_000_000m;
    private const decimal LargestExactPart = 1_000_000_000_000_000m;

    internal static decimal Of(decimal amount, decimal part, decimal whole)
    {
        if (part == whole) return amount;

        // Multiplying first keeps 2/3 of 300 at 200; dividing first keeps the very largest from overflowing.
        return Math.Abs(amount) < LargestExactAmount && part < LargestExactPart
            ? amount * part / whole
            : amount * (part / whole);
    }
}
