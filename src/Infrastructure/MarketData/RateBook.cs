using Investr.Application.Market;
using Investr.Domain.Monetary;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.MarketData;

/// <summary>All exchange rates of the first source that has any, with those recorded by hand laid over; kept in memory for the day.</summary>
internal sealed partial class RateBook(
    IEnumerable<IMarketDataSource> sources, IExchangeRateStore recorded, TimeProvider clock, ILogger<RateBook> logger)
    : IExchangeRateBook, IDisposable
{
    private static readonly DateOnly Earliest = new(1999, 1, 1);
    private static readonly TimeSpan UntilNextAttempt = TimeSpan.FromMinutes(5);

    private readonly IMarketDataSource? _source = sources.FirstOrDefault(source => source.Capabilities.Rates is not null);
    private readonly SemaphoreSlim _reading = new(1);

    private volatile Edition? _edition;
    private int _renewals;

    public async ValueTask<ExchangeRates> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (IsCurrent(now)) return _edition!.Rates;

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (IsCurrent(now)) return _edition!.Rates;

            // What is recorded while this reads makes it out of date at once.
            var renewals = Volatile.Read(ref _renewals);
            var (sourced, until) = await AskAsync(now, cancellationToken);
            var rates = RecordedRates.Over(sourced, await recorded.ReadAsync(cancellationToken));
            return (_edition = new Edition(sourced, until, renewals, new ExchangeRates(rates))).Rates;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Renew() => Interlocked.Increment(ref _renewals);

    public void Dispose() => _reading.Dispose();

    // Rates are good for the day. Where the source fails, those of the last day that it answered are.
    private async Task<(IReadOnlyCollection<ExchangeRate> Rates, DateTimeOffset Until)> AskAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var tomorrow = new DateTimeOffset(today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        if (_source is null) return ([], tomorrow);

        try
        {
            return (await _source.GetRatesAsync(Earliest, today, cancellationToken), tomorrow);
        }
        catch (SourceException failure)
        {
            LogFailed(logger, failure, _source.Name);
            return (_edition?.Sourced ?? [], now + UntilNextAttempt);
        }
    }

    private bool IsCurrent(DateTimeOffset now) =>
        _edition is { } kept && now < kept.Until && kept.Renewals == Volatile.Read(ref _renewals);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} gave no exchange rates; those known before are used.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string source);

    private sealed record Edition(IReadOnlyCollection<ExchangeRate> Sourced, DateTimeOffset Until, int Renewals, ExchangeRates Rates);
}
