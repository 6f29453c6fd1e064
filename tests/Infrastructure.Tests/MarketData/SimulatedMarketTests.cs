using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Sources;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class SimulatedMarketTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 17);

    [Fact]
    public async Task The_seed_alone_decides_every_price()
    {
        var (one, same, other) = (new SimulatedWorld(seed: 7), new SimulatedWorld(seed: 7), new SimulatedWorld(seed: 8));

        Assert.Equal((await one.TenYearsAsync("AAPL")).Points, (await same.TenYearsAsync("AAPL")).Points);
        Assert.Equal(await one.QuoteAsync("AAPL"), await same.QuoteAsync("AAPL"));
        Assert.NotEqual((await one.TenYearsAsync("AAPL")).Points, (await other.TenYearsAsync("AAPL")).Points);
    }

    [Fact]
    public async Task A_close_is_the_same_whatever_day_it_is_asked_on()
    {
        var from = new DateOnly(2026, 10, 1);
        var today = await new SimulatedWorld().HistoryAsync("MSFT", from, Tuesday);
        var yearsLater = await new SimulatedWorld(SimulatedWorld.Noon.AddYears(5)).HistoryAsync("MSFT", from, Tuesday);

        Assert.Equal(today.Points, yearsLater.Points);
    }

    [Fact]
    public async Task Prices_are_pinned()
    {
        var world = new SimulatedWorld(seed: 1);

        Assert.Equal(59.74m, (await world.TenYearsAsync("AAPL")).AsOf(new DateOnly(2020, 3, 16))!.Value.Close);
        Assert.Equal(3897.25m, (await world.TenYearsAsync("BTC")).AsOf(new DateOnly(2021, 5, 1))!.Value.Close);
        Assert.Equal(230.86m, (await world.QuoteAsync("AAPL")).Price);
        Assert.Equal(0.000002244m, (await world.QuoteAsync("SHIB")).Price);
    }

    [Fact]
    public async Task On_the_reference_day_the_price_is_the_catalogues() =>
        Assert.Equal(271m, (await new SimulatedWorld().HistoryAsync("AAPL", SimulatedWalk.Reference, SimulatedWalk.Reference)).Points[0].Close);

    [Fact]
    public async Task Closes_go_back_ten_years_and_end_yesterday()
    {
        var series = await new SimulatedWorld().HistoryAsync("AAPL", new DateOnly(2000, 1, 1), new DateOnly(2030, 1, 1));

        Assert.True(series.Points[0].Date <= DateOnly.FromDateTime(SimulatedWorld.Noon.UtcDateTime).AddYears(-10));
        Assert.Equal(Tuesday, series.Points[^1].Date);
    }

    [Fact]
    public async Task Listed_assets_rest_at_weekends_and_crypto_does_not()
    {
        // 2 November 2026 is a Monday: five trading days and a weekend.
        var (monday, sunday) = (new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 8));
        var world = new SimulatedWorld();

        Assert.Equal(5, (await world.HistoryAsync("AAPL", monday, sunday)).Points.Count);
        Assert.Equal(7, (await world.HistoryAsync("BTC", monday, sunday)).Points.Count);
    }

    [Fact]
    public async Task The_day_begins_at_the_close_before_and_ends_at_its_own()
    {
        var world = new SimulatedWorld(new DateTimeOffset(2026, 11, 18, 0, 0, 0, TimeSpan.Zero));
        var first = await world.QuoteAsync("AAPL");
        world.Clock.Advance(new TimeSpan(0, 23, 59, 59, 999));
        var last = await world.QuoteAsync("AAPL");
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var closes = await world.HistoryAsync("AAPL", Tuesday, Tuesday.AddDays(1));

        Assert.Equal(closes.Points[0].Close, first.Price);
        Assert.Equal(closes.Points[0].Close, last.PreviousClose);
        Assert.InRange(last.Price, closes.Points[1].Close - 0.02m, closes.Points[1].Close + 0.02m);
    }

    [Fact]
    public async Task Prices_move_by_the_second_at_weekends_too()
    {
        // 22 November 2026 is a Sunday.
        var world = new SimulatedWorld(new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero));
        var prices = new HashSet<decimal>();
        for (var second = 0; second < 60; second++)
        {
            prices.Add((await world.QuoteAsync("NVDA")).Price);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(prices.Count > 10);
    }

    [Fact]
    public async Task A_quote_tells_the_day_so_far()
    {
        var world = new SimulatedWorld();
        decimal high = 0, low = decimal.MaxValue;
        for (var minute = 0; minute < 300; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            var quote = await world.QuoteAsync("SPY");

            Assert.InRange(quote.Price, quote.Low!.Value, quote.High!.Value);
            Assert.InRange(quote.Open!.Value, quote.Low.Value, quote.High.Value);
            Assert.True(quote.High >= high && quote.Low <= low);
            (high, low) = (quote.High.Value, quote.Low.Value);
        }

        var last = await world.QuoteAsync("SPY");
        Assert.Equal((QuoteFreshness.Live, "simulated", world.Clock.GetUtcNow()), (last.Freshness, last.Source, last.AsOf));
        Assert.Equal(Currency.Usd, last.Currency);
        Assert.True(last.Volume > 0);
    }

    [Fact]
    public async Task Two_symbols_for_one_thing_have_one_price()
    {
        var world = new SimulatedWorld();

        Assert.Equal((await world.QuoteAsync("BTC")).Price, (await world.QuoteAsync("BTCUSD")).Price);
    }

    [Fact]
    public async Task Money_market_funds_stand_still() =>
        Assert.All((await new SimulatedWorld().TenYearsAsync("VMFXX")).Points, point => Assert.Equal(1m, point.Close));

    [Fact]
    public async Task Prices_have_cents_and_small_ones_four_digits_that_mean_something()
    {
        var world = new SimulatedWorld();

        Assert.Equal((await world.QuoteAsync("AAPL")).Price, Math.Round((await world.QuoteAsync("AAPL")).Price, 2));
        Assert.InRange((await world.QuoteAsync("SHIB")).Price * 1_000_000_000, 100, 1_000_000);
    }

    [Fact]
    public async Task What_is_not_in_the_catalogue_is_left_out()
    {
        Listing[] asked = [SimulatedWorld.Listing("AAPL"), SimulatedWorld.Listing("NOSUCH")];
        var quotes = await new SimulatedWorld().Market.GetQuotesAsync(asked, CancellationToken.None);

        Assert.Equal(SimulatedWorld.Ids("AAPL"), quotes.Found.Keys);
        Assert.Equal([KeyValuePair.Create(SimulatedWorld.Id("NOSUCH"), SourceFault.NotFound)], quotes.Faults);
    }

    [Fact]
    public async Task Rates_are_daily_and_end_yesterday()
    {
        var rates = await new SimulatedWorld().Market.GetRatesAsync(new DateOnly(2026, 11, 1), new DateOnly(2027, 1, 1), CancellationToken.None);

        var euro = rates.Where(rate => rate.To == Currency.Eur).ToList();
        // 2 to 6, 9 to 13, 16 and 17 November.
        Assert.Equal(12, euro.Count);
        Assert.Equal(Tuesday, euro[^1].On);
        Assert.All(euro, rate => Assert.InRange(rate.Rate, 0.5m, 1.5m));
    }
}
