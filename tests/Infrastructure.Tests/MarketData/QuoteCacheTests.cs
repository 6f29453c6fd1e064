using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class QuoteCacheTests
{
    private static readonly AssetId Asset = SimulatedWorld.Id("ACME");
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeClock _clock = new();
    private readonly QuoteCache _cache;

    public QuoteCacheTests()
    {
        _cache = new QuoteCache(_clock, NullLogger<QuoteCache>.Instance);
        _cache.Keep(Quote(100), Minute);
    }

    [Fact]
    public void The_newest_wins_whatever_order_they_come_in()
    {
        Assert.True(_cache.Keep(Quote(102, 2), Minute));
        Assert.False(_cache.Keep(Quote(101, 1), Minute));

        Assert.Equal(102, _cache.Find(Asset)!.Price);
    }

    [Fact]
    public void A_quote_is_fresh_for_its_time_and_known_for_ever()
    {
        _clock.Advance(Minute);

        Assert.Null(_cache.FindFresh(Asset));
        Assert.Equal(100, _cache.Find(Asset)!.Price);
    }

    [Fact]
    public void The_same_quote_again_is_fresh_again_but_not_news()
    {
        _clock.Advance(Minute);

        Assert.False(_cache.Keep(Quote(100) with { AsOf = _clock.GetUtcNow() - Minute }, Minute));
        Assert.NotNull(_cache.FindFresh(Asset));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(10_000)]
    [InlineData(1)]
    public void A_price_that_cannot_be_true_is_not_taken(int price)
    {
        Assert.False(_cache.Keep(Quote(price, 1), Minute));
        Assert.Equal(100, _cache.Find(Asset)!.Price);
    }

    [Fact]
    public void A_price_in_another_currency_than_before_is_not_taken() =>
        Assert.False(_cache.Keep(Quote(100, 1) with { Currency = Currency.Eur }, Minute));

    [Fact]
    public void A_price_from_the_future_is_not_taken() =>
        Assert.False(_cache.Keep(Quote(100, 61), Minute));

    [Fact]
    public void A_price_of_another_day_may_be_any_number_of_times_the_last()
    {
        _clock.Advance(TimeSpan.FromDays(2));

        Assert.True(_cache.Keep(Quote(10_000), Minute));
    }

    [Fact]
    public void After_its_time_it_is_usable_for_a_while()
    {
        _cache.Keep(Quote(101, 1), Minute, TimeSpan.FromMinutes(5));

        _clock.Advance(TimeSpan.FromMinutes(6) - TimeSpan.FromTicks(1));
        Assert.Null(_cache.FindFresh(Asset));
        Assert.NotNull(_cache.FindUsable(Asset));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(_cache.FindUsable(Asset));
    }

    [Fact]
    public void When_the_clock_is_put_back_prices_go_on()
    {
        var clock = new ClockThatIsPutBack(_clock);
        var cache = new QuoteCache(clock, NullLogger<QuoteCache>.Instance);
        cache.Keep(Quote(100), Minute);
        clock.PutBack = TimeSpan.FromHours(2);

        Assert.True(cache.Keep(Quote(101) with { AsOf = clock.GetUtcNow() }, Minute));
        // Its age is told by a counter that went on.
        _clock.Advance(Minute);
        Assert.Null(cache.FindFresh(Asset));
    }

    private Quote Quote(decimal price, int secondsLater = 0) =>
        new(Asset, price, Currency.Usd, _clock.GetUtcNow().AddSeconds(secondsLater), QuoteFreshness.Live, "test");

    private sealed class ClockThatIsPutBack(TimeProvider inner) : TimeProvider
    {
        internal TimeSpan PutBack { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() - PutBack;

        public override long GetTimestamp() => inner.GetTimestamp();
    }
}
