using Investr.Application.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Calls;

namespace Investr.Infrastructure.MarketData;

/// <summary>All exchange rates of the first source that has any, with those recorded by hand laid over; kept in memory for some hours.</summary>
internal sealed class RateBook(SourceCalls calls, IExchangeRateStore recorded, TimeProvider clock) : IExchangeRateBook, IDisposable
{
    private static readonly DateOnly Earliest = new(1999, 1, 1);

    // Central banks publish once a day, each at its own time.
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(6);
    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromMinutes(5);

    // Many years of many currencies are one answer.
    private static readonly Urgency Patient = Urgency.Interactive with { Timeout = TimeSpan.FromSeconds(20) };

    private readonly SemaphoreSlim _reading = new(1);

    private volatile Edition? _edition;
    private int _renewals;

    public async ValueTask<ExchangeRates> ReadAsync(CancellationToken cancellationToken)
    {
        if (_edition is { } kept && IsCurrent(kept)) return kept.Rates;

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_edition is { } read && IsCurrent(read)) return read.Rates;

            // What is recorded while this reads makes it out of date at once.
            var renewals = Volatile.Read(ref _renewals);
            var source = _edition?.Source is { } last && IsCurrent(last) ? last : await ReadSourceAsync(cancellationToken);
            var fetched = await recorded.ReadFetchedAsync(cancellationToken);
            var rates = RecordedRates.Over([.. fetched, .. source.Rates], await recorded.ReadAsync(cancellationToken));
            return (_edition = new Edition(source, renewals, new ExchangeRates(rates))).Rates;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Renew() => Interlocked.Increment(ref _renewals);

    public void Dispose() => _reading.Dispose();

    // Where no source answers, what the last one said is as good as it gets.
    private async Task<Reading> ReadSourceAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var answer = await calls.GetRatesAsync(Earliest, today, Patient, cancellationToken);
        return answer.Rates.Count > 0 || _edition is null
            ? new Reading(today, answer.Rates, clock.GetTimestamp(), answer.Rates.Count > 0 ? KeptFor : TriedAgainAfter)
            : _edition.Source with { On = today, ReadAt = clock.GetTimestamp(), For = TriedAgainAfter };
    }

    private bool IsCurrent(Edition edition) => edition.Renewals == Volatile.Read(ref _renewals) && IsCurrent(edition.Source);

    private bool IsCurrent(Reading source) =>
        source.On == DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) && clock.GetElapsedTime(source.ReadAt) < source.For;

    private sealed record Edition(Reading Source, int Renewals, ExchangeRates Rates);

    private sealed record Reading(DateOnly On, IReadOnlyCollection<ExchangeRate> Rates, long ReadAt, TimeSpan For);
}
