using Investr.Domain;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;

namespace Investr.Application.Valuation;

/// <summary>The value of a portfolio at a moment.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="AsOf">The end of that day; now, if left out.</param>
public readonly record struct ValuationKey(PortfolioId Portfolio, DateOnly? AsOf = null);

/// <summary>Loads that must find something.</summary>
public static class ValuationLoading
{
    /// <summary>The value of a portfolio that must be there.</summary>
    /// <exception cref="RefusedException">There is no such portfolio.</exception>
    public static async Task<PortfolioValue> FindAsync(
        this ValuationLoader values, ValuationKey key, CancellationToken cancellationToken) =>
        await values.LoadAsync(key, cancellationToken) ?? throw new RefusedException(new NotFound("portfolio"));
}
