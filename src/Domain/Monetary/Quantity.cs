using System.Globalization;

namespace Investr.Domain.Monetary;

/// <summary>How many units of an asset; fractions are ordinary, rounding is not done.</summary>
/// <param name="Units">The number of units.</param>
public readonly record struct Quantity(decimal Units) : IComparable<Quantity>
{
    /// <summary>None at all.</summary>
    public static Quantity Zero => default;

    /// <summary>A bare number of units is a quantity.</summary>
    public static implicit operator Quantity(decimal units) => new(units);

    /// <summary>A bare number of units is a quantity.</summary>
    /// <param name="units">The number of units.</param>
    public static Quantity FromDecimal(decimal units) => new(units);

    /// <summary>By number of units.</summary>
    /// <param name="other">The quantity to compare with.</param>
    public int CompareTo(Quantity other) => Units.CompareTo(other.Units);

    /// <summary>Both together.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => new(left.Units + right.Units);

    /// <summary>What is left of one without the other.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => new(left.Units - right.Units);

    /// <summary>Whether the left one is the smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.Units < right.Units;

    /// <summary>Whether the left one is not the larger.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.Units <= right.Units;

    /// <summary>Whether the left one is the larger.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.Units > right.Units;

    /// <summary>Whether the left one is not the smaller.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.Units >= right.Units;

    /// <summary>The number of units, without trailing zeros.</summary>
    public override string ToString() => Units.ToString("0.############################", CultureInfo.InvariantCulture);
}
