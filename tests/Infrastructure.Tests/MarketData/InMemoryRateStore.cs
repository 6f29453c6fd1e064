using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.Tests.MarketData;

internal sealed class InMemoryRateStore : IExchangeRateStore
{
    private readonly List<ExchangeRate> _rates = [];

    public Task<IReadOnlyList<ExchangeRate>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ExchangeRate>>([.. _rates]);

    public Task<IReadOnlyList<ExchangeRate>> ReadFetchedAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ExchangeRate>>([]);

    public Task WriteAsync(IReadOnlyCollection<ExchangeRate> rates, AuditNote note, CancellationToken cancellationToken)
    {
        _rates.AddRange(rates);
        return Task.CompletedTask;
    }
}
