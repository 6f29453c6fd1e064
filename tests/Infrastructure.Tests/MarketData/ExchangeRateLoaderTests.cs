using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class ExchangeRateLoaderTests
{
    private static readonly DateOnly Friday = new(2026, 11, 13);

    private readonly SimulatedWorld _world = new();
    private readonly InMemoryRateStore _recorded = new();

    [Fact]
    public async Task A_pair_without_the_dollar_is_crossed_through_it()
    {
        using var book = Book();
        var rates = await Loader(book).LoadAsync([Key("USD", "EUR"), Key("USD", "CHF"), Key("EUR", "CHF"), Key("EUR", "EUR")]);

        // Francs for a euro are francs for a dollar over euros for a dollar.
        Assert.Equal(rates[1]!.Rate / rates[0]!.Rate, rates[2]!.Rate, precision: 20);
        Assert.Equal(1, rates[3]!.Rate);
    }

    [Fact]
    public async Task A_weekend_has_the_rate_of_the_friday_before()
    {
        using var book = Book();
        var rates = await Loader(book).LoadAsync([Key("USD", "GBP"), Key("USD", "GBP", Friday.AddDays(2))]);

        Assert.Equal(rates[0], rates[1]);
        Assert.Equal(Friday, rates[1]!.On);
    }

    [Fact]
    public async Task Rates_are_read_once_a_day()
    {
        using var book = Book();
        await Loader(book).LoadAsync([Key("USD", "EUR"), Key("SEK", "JPY")]);
        await Loader(book).LoadAsync(Key("USD", "EUR"));
        Assert.Equal(1, _world.Market.RateCalls);

        _world.Clock.Advance(TimeSpan.FromDays(1));
        await Loader(book).LoadAsync(Key("USD", "EUR"));
        Assert.Equal(2, _world.Market.RateCalls);
    }

    [Fact]
    public async Task An_unknown_pair_has_no_rate()
    {
        using var book = Book();

        Assert.Null(await Loader(book).LoadAsync(Key("USD", "MNT")));
    }

    [Fact]
    public async Task A_recorded_rate_comes_before_the_sources_on_its_day_and_no_other()
    {
        using var book = Book();
        var before = await Loader(book).LoadAsync([Key("EUR", "USD"), Key("USD", "EUR", Friday.AddDays(-1))]);

        // The source quotes euros for a dollar; this is told the other way round.
        await _recorded.WriteAsync([new(Currency.Eur, Currency.Usd, Friday, 1.25m)], new AuditNote(), default);
        book.Renew();
        var after = await Loader(book).LoadAsync([Key("EUR", "USD"), Key("USD", "EUR"), Key("USD", "EUR", Friday.AddDays(-1))]);

        Assert.NotEqual(1.25m, before[0]!.Rate);
        Assert.Equal(1.25m, after[0]!.Rate);
        // 1 / 1.25 = 0.8
        Assert.Equal(0.8m, after[1]!.Rate);
        Assert.Equal(before[1]!.Rate, after[2]!.Rate);
    }

    [Fact]
    public async Task While_the_source_fails_the_rates_of_the_day_before_are_used_and_it_is_asked_again_in_five_minutes()
    {
        using var book = Book();
        var before = await Loader(book).LoadAsync(Key("USD", "EUR"));
        _world.Market.IsDown = true;
        _world.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(before, await Loader(book).LoadAsync(Key("USD", "EUR")));
        _world.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(before, await Loader(book).LoadAsync(Key("USD", "EUR")));
        Assert.Equal(2, _world.Market.RateCalls);

        _world.Market.IsDown = false;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await Loader(book).LoadAsync(Key("USD", "EUR"));
        Assert.Equal(3, _world.Market.RateCalls);
    }

    private RateBook Book() => new(_world.Calls, _recorded, _world.Clock);

    private static ExchangeRateLoader Loader(RateBook book) => new(book, new AutoBatchScheduler());

    private static ExchangeRateKey Key(string from, string to, DateOnly? on = null) =>
        new(Currency.Parse(from), Currency.Parse(to), on ?? Friday);
}
