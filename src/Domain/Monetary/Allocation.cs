namespace Investr.Domain.Monetary;

/// <summary>Splits a total so that the rounded parts add up to it: the method of the largest remainder.</summary>
public static class Allocation
{
    /// <summary>Splits an amount by weights, each part rounded to the currency's minor unit.</summary>
    /// <param name="total">The amount; it is rounded to its minor unit first.</param>
    /// <param name="weights">One for each part, none negative, not all zero.</param>
    /// <returns>The parts in the order of the weights; they add up to the rounded total exactly.</returns>
    public static IReadOnlyList<Money> Split(Money total, IReadOnlyList<decimal> weights) =>
        [.. Split(total.Rounded().Amount, weights, total.Currency.MinorUnits).Select(part => new Money(part, total.Currency))];

    /// <summary>Splits a number by weights into parts of so many places; what rounding leaves goes to the largest remainders.</summary>
    /// <param name="total">The number, itself of no more than so many decimal places.</param>
    /// <param name="weights">One for each part, none negative, not all zero.</param>
    /// <param name="places">Decimal places of the parts, 0 to 28.</param>
    /// <returns>The parts in the order of the weights; they add up to the total exactly.</returns>
    /// <exception cref="ArgumentException">A weight is negative, all are zero, or the total has more decimal places.</exception>
    public static IReadOnlyList<decimal> Split(decimal total, IReadOnlyList<decimal> weights, int places)
    {
        var whole = weights.Sum();
        if (whole <= 0 || weights.Any(weight => weight < 0))
            throw new ArgumentException("Weights must not be negative, and not all zero.", nameof(weights));
        if (decimal.Round(total, places) != total)
            throw new ArgumentException($"The total has more than {places} decimal places.", nameof(total));

        var step = 1m;
        for (var i = 0; i < places; i++) step /= 10;

        var exact = weights.Select(weight => total * (weight / whole)).ToArray();
        var parts = exact.Select(part => decimal.Round(part, places, MidpointRounding.ToZero)).ToArray();
        var left = total - parts.Sum();
        var direction = left < 0 ? -step : step;

        // At most one step for each part is left; the earlier part wins a tie.
        var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(i => Math.Abs(exact[i] - parts[i]));
        foreach (var i in byRemainder)
        {
            if (left == 0) break;
            parts[i] += direction;
            left -= direction;
        }

        return parts;
    }
}
