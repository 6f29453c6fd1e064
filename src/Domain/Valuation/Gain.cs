using Investr.Domain.Monetary;

namespace Investr.Domain.Valuation;

/// <summary>An amount gained or (negative) lost, and the same as a share of what it is measured against.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Currency">Of what.</param>
/// <param name="Ratio">As a fraction: 0.12 is 12 %; null where there is nothing to measure against.</param>
public sealed record Gain(decimal Amount, Currency Currency, double? Ratio)
{
    /// <summary>A gain measured against an amount in the same currency.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="currency">Of what.</param>
    /// <param name="against">The amount to measure against; the gain has no ratio where it is not positive.</param>
    public static Gain On(decimal amount, Currency currency, decimal against) =>
        new(amount, currency, against > 0 ? (double)(amount / against) : null);
}
