using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Calls;
using Investr.Infrastructure.Tests.MarketData.Calls;
using Investr.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class RateBookTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly ScriptedSource _source;
    private readonly RateBook _book;

    public RateBookTests()
    {
        _source = new ScriptedSource(_clock);
        _book = new RateBook(new SourceCalls([_source], _clock, NullLogger<SourceCalls>.Instance), new InMemoryRateStore(), _clock);
    }

    public void Dispose() => _book.Dispose();

    [Fact]
    public async Task A_rate_that_is_recorded_asks_no_source()
    {
        await _book.ReadAsync(CancellationToken.None);
        _book.Renew();
        await _book.ReadAsync(CancellationToken.None);

        Assert.Single(_source.Calls);
    }

    [Fact]
    public async Task While_no_source_answers_the_last_rates_stand_and_it_is_asked_again_in_five_minutes()
    {
        await _book.ReadAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(6));
        // One of the three attempts would do.
        _source.IsDown = true;

        Assert.NotNull(await RateAsync());
        var calls = _source.Calls.Count;
        Assert.NotNull(await RateAsync());
        Assert.Equal(calls, _source.Calls.Count);

        _source.IsDown = false;
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.NotNull(await RateAsync());
        Assert.Equal(calls + 1, _source.Calls.Count);
    }

    private async Task<ExchangeRate?> RateAsync()
    {
        var rates = await _clock.PassUntilAsync(_book.ReadAsync(CancellationToken.None).AsTask());
        return rates.Lookup(Currency.Eur, Currency.Usd, DateOnly.FromDateTime(_clock.Now.UtcDateTime));
    }
}
