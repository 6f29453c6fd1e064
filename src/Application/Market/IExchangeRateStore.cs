using Investr.Application.Auditing;
using Investr.Domain.Monetary;

namespace Investr.Application.Market;

/// <summary>Exchange rates that were recorded by hand.</summary>
public interface IExchangeRateStore
{
    /// <summary>Every rate that was recorded, in one statement.</summary>
    Task<IReadOnlyList<ExchangeRate>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps rates; one that is there for the same two currencies and day is replaced, in whichever direction it was told.</summary>
    /// <param name="rates">The rates.</param>
    /// <param name="note">What the audit log tells of it, written with them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task WriteAsync(IReadOnlyCollection<ExchangeRate> rates, AuditNote note, CancellationToken cancellationToken);
}
