namespace Investr.Domain.Monetary;

/// <summary>Two amounts of different currencies met where only one makes sense: a mistake in the program, not of its user.</summary>
/// <param name="left">The one currency.</param>
/// <param name="right">The other.</param>
public sealed class CurrencyMismatchException(Currency left, Currency right)
    : InvalidOperationException($"An amount in '{left}' met one in '{right}'; convert one of them first.")
{
    /// <summary>The one currency.</summary>
    public Currency Left { get; } = left;

    /// <summary>The other.</summary>
    public Currency Right { get; } = right;
}
