using System.Numerics;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>
/// Counts units in a fraction fine enough that splits stay exact: after one for three, a unit is three of the counted thirds, so
/// that three for one later gives back the very number that was there before.
/// </summary>
internal sealed class SplitScale
{
    // Beyond this many parts to a unit a split is rounded to 28 digits, so that a decimal never overflows.
    private const long FinestDivision = 1_000_000_000;

    private long _partsPerUnit = 1;

    internal decimal ToParts(Quantity quantity) => quantity.Units * _partsPerUnit;

    internal Quantity ToQuantity(decimal parts) => parts / _partsPerUnit;

    /// <summary>Splits every unit.</summary>
    /// <returns>By how much to multiply the parts counted so far.</returns>
    internal decimal Split(Ratio ratio)
    {
        var common = (long)BigInteger.GreatestCommonDivisor(ratio.Numerator, _partsPerUnit);
        var parts = (BigInteger)(_partsPerUnit / common) * ratio.Denominator;

        if (parts <= FinestDivision)
        {
            _partsPerUnit = (long)parts;
            return ratio.Numerator / common;
        }

        var factor = ratio.ToDecimal() / _partsPerUnit;
        _partsPerUnit = 1;
        return factor;
    }
}
