namespace Investr.Domain.Portfolios;

/// <summary>Divisions that stay exact where they can and never overflow.</summary>
internal static class Proportion
{
    private const decimal LargestExactAmount = 1_000_000_000_000m;
    private const decimal LargestExactPart = 1_000_000_000_000_000m;

    /// <summary>The part of an amount that goes with a part of a whole.</summary>
    internal static decimal Of(decimal amount, decimal part, decimal whole)
    {
        if (part == whole) return amount;

        // Multiplying first keeps 2/3 of 300 at 200; dividing first keeps the very largest from overflowing.
        return Math.Abs(amount) < LargestExactAmount && part < LargestExactPart
            ? amount * part / whole
            : amount * (part / whole);
    }

    /// <summary>What an amount comes to for each unit; for next to no units, at most what a decimal holds.</summary>
    internal static decimal PerUnit(decimal amount, decimal units) =>
        units < 1 && Math.Abs(amount) >= decimal.MaxValue * units
            ? decimal.MaxValue * Math.Sign(amount)
            : amount / units;
}
