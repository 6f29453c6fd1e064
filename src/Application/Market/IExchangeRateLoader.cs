using Investr.DataLoader;
using Investr.Domain.Monetary;

namespace Investr.Application.Market;

/// <summary>The rate between two currencies on a day, else on the last day before it that has one; crossed where it must be.</summary>
public interface IExchangeRateLoader : IDataLoader<ExchangeRateKey, ExchangeRate>;

/// <summary>Names a rate.</summary>
/// <param name="From">The currency that is exchanged.</param>
/// <param name="To">The currency that is received.</param>
/// <param name="On">The day.</param>
public readonly record struct ExchangeRateKey(Currency From, Currency To, DateOnly On);
