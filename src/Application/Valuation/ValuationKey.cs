using Investr.Domain.Portfolios;

namespace Investr.Application.Valuation;

/// <summary>The value of a portfolio at a moment.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="AsOf">The end of that day; now, if left out.</param>
public readonly record struct ValuationKey(PortfolioId Portfolio, DateOnly? AsOf = null);
