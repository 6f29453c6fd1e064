using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using NSubstitute;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class QuoteLoaderTests
{
    private readonly SimulatedWorld _world = new();

    [Fact]
    public async Task All_assets_of_a_request_are_one_call()
    {
        var assets = SimulatedWorld.Catalogue.Assets.Select(asset => asset.Id).ToArray();

        var quotes = await Loader().LoadAsync(assets);

        Assert.DoesNotContain(null, quotes);
        Assert.Equal((1, 0), (_world.Market.QuoteCalls, _world.Store.Statements));
    }

    [Fact]
    public async Task While_they_are_fresh_nobody_is_asked()
    {
        await Loader().LoadAsync(SimulatedWorld.Ids("AAPL", "MSFT"));
        await Loader().LoadAsync(SimulatedWorld.Ids("AAPL", "MSFT"));

        Assert.Equal((1, 0), (_world.Market.QuoteCalls, _world.Store.Statements));
    }

    [Fact]
    public async Task What_no_source_quotes_comes_from_the_price_store_in_one_statement()
    {
        _world.Store.Add("HOUSE", "2026-01-05", 500_000, StoredPrice.ByHand);
        _world.Store.Add("BOAT", "2026-11-17", 9_000, StoredPrice.ByHand);

        var quotes = await Loader().LoadAsync(SimulatedWorld.Ids("AAPL", "HOUSE", "BOAT", "NOSUCH"));

        Assert.Equal([QuoteFreshness.Live, QuoteFreshness.Manual, QuoteFreshness.Manual], quotes.Take(3).Select(quote => quote!.Freshness));
        Assert.Equal(500_000, quotes[1]!.Price);
        Assert.Null(quotes[3]);
        Assert.Equal(1, _world.Store.Statements);
    }

    [Fact]
    public async Task While_a_source_is_down_the_last_price_is_told_as_stale()
    {
        var last = await Loader().LoadAsync(SimulatedWorld.Id("AAPL"));
        _world.Market.IsDown = true;
        _world.Clock.Advance(TimeSpan.FromHours(1));

        var quote = await Loader().LoadAsync(SimulatedWorld.Id("AAPL"));

        Assert.Equal(last! with { Freshness = QuoteFreshness.Stale }, quote);
    }

    [Fact]
    public async Task A_close_of_a_past_day_is_its_own_or_the_one_before()
    {
        // 15 November 2026 is a Sunday.
        var quotes = await ClosingLoader().LoadAsync([Close("AAPL", "2026-11-15"), Close("AAPL", "2026-11-13")]);
        var closes = await _world.HistoryAsync("AAPL", new DateOnly(2026, 11, 12), new DateOnly(2026, 11, 13));

        Assert.Equal(quotes[1], quotes[0]);
        Assert.Equal((closes.Points[1].Close, closes.Points[0].Close), (quotes[0]!.Price, quotes[0]!.PreviousClose));
        Assert.Equal((QuoteFreshness.EndOfDay, new DateTime(2026, 11, 13)), (quotes[0]!.Freshness, quotes[0]!.AsOf.UtcDateTime.Date));
    }

    [Fact]
    public async Task A_stored_close_stands_over_a_holiday_that_the_simulated_market_does_not_keep()
    {
        _world.Store.Add("AAPL", "2020-12-23", 130.96m);
        _world.Store.Add("AAPL", "2020-12-24", 131.97m);

        var quote = await ClosingLoader().LoadAsync(Close("AAPL", "2020-12-25"));

        Assert.Equal((131.97m, 130.96m, "csv"), (quote!.Price, quote.PreviousClose, quote.Source));
    }

    [Fact]
    public async Task A_stored_close_that_is_long_past_gives_way_to_a_newer_one()
    {
        _world.Store.Add("AAPL", "2020-12-24", 131.97m);

        Assert.Equal("simulated", (await ClosingLoader().LoadAsync(Close("AAPL", "2021-06-01")))!.Source);
    }

    [Fact]
    public async Task Fifty_closes_of_a_day_are_two_statements_at_most()
    {
        var keys = SimulatedWorld.Catalogue.Assets.Take(50).Select(asset => new ClosingQuoteKey(asset.Id, new DateOnly(2024, 5, 2))).ToArray();
        _world.Store.Add(keys[0].Asset, "2024-05-02", 10);

        await ClosingLoader().LoadAsync(keys);

        Assert.Equal((2, 1), (_world.Store.Statements, _world.Market.HistoryCalls));
    }

    private QuoteLoader Loader() => new(_world.Router, Substitute.For<IAssetLoader>(), new AutoBatchScheduler());

    private ClosingQuoteLoader ClosingLoader() => new(_world.History, Substitute.For<IAssetLoader>(), new AutoBatchScheduler());

    private static ClosingQuoteKey Close(string symbol, string day) =>
        new(SimulatedWorld.Id(symbol), DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
