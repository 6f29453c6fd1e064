namespace Investr.Domain.Monetary;

/// <summary>What one unit of a currency was worth in another on a day.</summary>
/// <param name="From">The currency that is exchanged.</param>
/// <param name="To">The currency that is received.</param>
/// <param name="On">The day of the rate.</param>
/// <param name="Rate">Units of <paramref name="To"/> for one of <paramref name="From"/>; positive.</param>
public sealed record ExchangeRate(Currency From, Currency To, DateOnly On, decimal Rate);
