using System.Numerics;

namespace Investr.Domain.Monetary;

/// <summary>An exact positive fraction in lowest terms, such as the three-for-two of a split.</summary>
/// <remarks>The default value is one.</remarks>
public readonly record struct Ratio
{
    // Fewer decimal places than these are meant as they are written: 0.33 is 33/100, 0.333333 is a third.
    private const int PlacesOfAnApproximation = 6;
    private const int LargestApproximatedDenominator = 1_000;

    // Stored less one, so that the default value is the neutral 1/1.
    private readonly long _numeratorLessOne;
    private readonly long _denominatorLessOne;

    /// <summary>The fraction of two positive whole numbers, reduced.</summary>
    /// <param name="numerator">New units.</param>
    /// <param name="denominator">Old units.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not positive.</exception>
    public Ratio(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);

        var divisor = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        _numeratorLessOne = numerator / divisor - 1;
        _denominatorLessOne = denominator / divisor - 1;
    }

    /// <summary>One to one.</summary>
    public static Ratio One => default;

    /// <summary>New units.</summary>
    public long Numerator => _numeratorLessOne + 1;

    /// <summary>Old units.</summary>
    public long Denominator => _denominatorLessOne + 1;

    /// <summary>The fraction the other way round.</summary>
    public Ratio Inverse => new(Denominator, Numerator);

    /// <summary>
    /// The fraction that a decimal stands for. A decimal that is plainly a rounded simple fraction (0.3333333333) is read as
    /// that fraction (1/3); any other is taken exactly (1.05 is 21/20).
    /// </summary>
    /// <param name="value">A positive number.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or has too many digits for an exact fraction.</exception>
    public static Ratio FromDecimal(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return Find(value) ?? throw new ArgumentOutOfRangeException(nameof(value), value, "Too many digits for an exact fraction.");
    }

    /// <summary>Like <see cref="FromDecimal"/>, for a number that may be no ratio.</summary>
    /// <param name="value">The number.</param>
    /// <param name="ratio">The fraction, or one to one.</param>
    /// <returns>Whether the number is positive and has an exact fraction.</returns>
    public static bool TryFromDecimal(decimal value, out Ratio ratio)
    {
        var found = value > 0 ? Find(value) : null;
        ratio = found ?? One;
        return found is not null;
    }

    /// <summary>The fraction as a decimal, rounded only where it has no end (1/3).</summary>
    public decimal ToDecimal() => (decimal)Numerator / Denominator;

    private static Ratio? Find(decimal value)
    {
        if (value.Scale >= PlacesOfAnApproximation && SimpleFractionThatRoundsTo(value) is { } simple) return simple;

        var denominator = BigInteger.Pow(10, value.Scale);
        var numerator = DigitsOf(value);
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
        return numerator <= long.MaxValue && denominator <= long.MaxValue ? new((long)numerator, (long)denominator) : null;
    }

    // Walks the continued fraction of the value; each step is the best approximation with its size of denominator.
    private static Ratio? SimpleFractionThatRoundsTo(decimal value)
    {
        var (previous, numerator) = (1m, decimal.Floor(value));
        var (previousDenominator, denominator) = (0m, 1m);
        var rest = value - numerator;

        while (denominator <= LargestApproximatedDenominator && numerator < long.MaxValue)
        {
            if (numerator > 0 && decimal.Round(numerator / denominator, value.Scale) == value)
                return new((long)numerator, (long)denominator);
            if (rest == 0) return null;

            var inverse = 1 / rest;
            var whole = decimal.Floor(inverse);
            if (whole > LargestApproximatedDenominator) return null;

            rest = inverse - whole;
            (previous, numerator) = (numerator, whole * numerator + previous);
            (previousDenominator, denominator) = (denominator, whole * denominator + previousDenominator);
        }

        return null;
    }

    private static BigInteger DigitsOf(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
    }

    /// <summary>New for old: <c>3:2</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Numerator}:{Denominator}");
}
