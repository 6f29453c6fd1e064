using Investr.Application.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData;

/// <summary>All exchange rates of the first source that has any, with those recorded by hand laid over; kept in memory for the day.</summary>
internal sealed class RateBook(IEnumerable<IMarketDataSource> sources, IExchangeRateStore recorded, TimeProvider clock) : IExchangeRateBook, IDisposable
{
    private static readonly DateOnly Earliest = new(1999, 1, 1);

    private readonly IMarketDataSource? _source = sources.FirstOrDefault(source => source.Capabilities.Rates is not null);
    private readonly SemaphoreSlim _reading = new(1);

    private volatile Edition? _edition;
    private int _renewals;

    public async ValueTask<ExchangeRates> ReadAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (IsCurrent(today)) return _edition!.Rates;

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (IsCurrent(today)) return _edition!.Rates;

            // What is recorded while this reads makes it out of date at once.
            var renewals = Volatile.Read(ref _renewals);
            var sourced = _source is null ? [] : await _source.GetRatesAsync(Earliest, today, cancellationToken);
            var rates = RecordedRates.Over(sourced, await recorded.ReadAsync(cancellationToken));
            return (_edition = new Edition(today, renewals, new ExchangeRates(rates))).Rates;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Renew() => Interlocked.Increment(ref _renewals);

    public void Dispose() => _reading.Dispose();

    private bool IsCurrent(DateOnly today) =>
        _edition is { } kept && kept.Of == today && kept.Renewals == Volatile.Read(ref _renewals);

    private sealed record Edition(DateOnly Of, int Renewals, ExchangeRates Rates);
}
