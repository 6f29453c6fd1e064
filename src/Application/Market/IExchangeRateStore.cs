using Investr.Domain.Monetary;

namespace Investr.Application.Market;

/// <summary>Exchange rates that were recorded by hand.</summary>
public interface IExchangeRateStore
{
    /// <summary>Every rate that was recorded, in one statement.</summary>
    Task<IReadOnlyList<ExchangeRate>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps rates; one that is there for the same two currencies and day is replaced, in whichever direction it was told.</summary>
    Task WriteAsync(IReadOnlyCollection<ExchangeRate> rates, CancellationToken cancellationToken);
}
