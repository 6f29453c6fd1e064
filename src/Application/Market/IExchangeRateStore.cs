using Investr.Application.Auditing;
using Investr.Domain.Monetary;

namespace Investr.Application.Market;

/// <summary>Exchange rates that are kept: recorded by hand, or fetched by the daily update.</summary>
public interface IExchangeRateStore
{
    /// <summary>Every rate that was recorded by hand, in one statement.</summary>
    Task<IReadOnlyList<ExchangeRate>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Every rate that a source told of, in one statement: they serve where it is silent.</summary>
    Task<IReadOnlyList<ExchangeRate>> ReadFetchedAsync(CancellationToken cancellationToken);

    /// <summary>Records rates by hand; one that is there for the same two currencies and day is replaced, in whichever direction it was told.</summary>
    /// <param name="rates">The rates.</param>
    /// <param name="note">What the audit log tells of it, written with them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task WriteAsync(IReadOnlyCollection<ExchangeRate> rates, AuditNote note, CancellationToken cancellationToken);
}
