using Investr.Infrastructure.MarketData.Sources;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class CoinGeckoTests
{
    private static readonly DateOnly From = new(2024, 3, 1);
    private static readonly DateOnly To = new(2024, 4, 30);

    public static TheoryData<string, string, string, string> Recorded => new()
    {
        { "simple-price-single", "quotes", "ETH USD", "ETH 1498.64 USD" },
        { "simple-price-multi", "quotes", "BTC USD, ETH EUR, SOLUSD USD", "BTC 70187 USD, ETH 3187.65 EUR, SOLUSD 181.06 USD" },
        { "simple-price-partial-unknown-id", "quotes", "BTC USD, ETH USD", "BTC 70187 USD, ETH NotFound" },
        { "simple-price-null-fields", "quotes", "DEAD USD, BTC USD", "DEAD NoData, BTC NotFound" },
        { "simple-price-empty", "quotes", "BTC USD", "BTC NotFound" },

        // The first point is the midnight that ends 30 March; the last is no midnight, and of a day that has ended since.
        { "market-chart-range", "history", "ETH USD", "ETH 2024-03-30=69702.3087473573 2024-03-31=71246.9514406015 2024-04-01=68887.7495158568" },
        { "error-429-rate-limit", "quotes", "BTC USD", "all RateLimited for 60 s" },
        { "error-404-coin", "history", "BTC USD", "BTC NotFound" },
        { "error-401-range-365", "history", "BTC USD", "BTC PlanRestricted" },
        { "error-401-bad-key", "quotes", "BTC USD", "all Unauthorized" },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task What_was_recorded_is_understood(string id, string call, string listings, string outcome)
    {
        await using var coins = await CoinsAsync();
        coins.Stub.AnswersAnything(Recordings.Of("coingecko", id).Answer);

        Assert.Equal(outcome, await Outcome.OfAsync(coins.Source, call, listings, From, To));
        Assert.Single(coins.Stub.Calls);
    }

    [Fact]
    public void All_that_was_recorded_is_tried() => Recordings.AreAllTried(
        "coingecko", Recorded.Select(row => row.Data.Item1), "coins-markets-single", "coins-list", "search", "ohlc", "ping", "key-usage");

    [Fact]
    public async Task All_coins_and_currencies_are_one_call_with_the_key_in_a_header()
    {
        await using var coins = await CoinsAsync();
        coins.Stub.AnswersAnything(new StubAnswer("{}"));

        await Outcome.OfQuotesAsync(coins.Source, "BTC USD, BTCUSD USD, ETH EUR");

        var call = Assert.Single(coins.Stub.Calls);
        Assert.Equal("?ids=bitcoin,ethereum&vs_currencies=usd,eur&include_last_updated_at=true", call.QueryString);
        Assert.Equal(StubbedSource.Key, call.Headers["x-cg-demo-api-key"]);
    }

    [Fact]
    public async Task A_tiny_price_loses_no_digit()
    {
        await using var coins = await CoinsAsync();
        coins.Stub.AnswersAnything(new StubAnswer("""{"shiba-inu":{"usd":1.2345678901e-08}}"""));

        Assert.Equal("SHIB 0.000000012345678901 USD", await Outcome.OfQuotesAsync(coins.Source, "SHIB USD"));
    }

    [Fact]
    public async Task The_price_of_now_is_no_close()
    {
        await using var coins = await CoinsAsync();

        // It is noon of 12 June 2024: midnight and eleven o'clock.
        coins.Stub.AnswersAnything(new StubAnswer("""{"prices":[[1718150400000,68000],[1718190000000,69000]]}"""));

        Assert.Equal("BTC 2024-06-11=68000", await Outcome.OfHistoryAsync(coins.Source, "BTC USD", new(2024, 6, 1), new(2024, 6, 12)));
    }

    [Fact]
    public async Task An_error_that_comes_as_200_is_an_error()
    {
        await using var coins = await CoinsAsync();
        coins.Stub.AnswersAnything(new StubAnswer("""{"status":{"error_code":429,"error_message":"too much"}}"""));

        Assert.Equal("all RateLimited", await Outcome.OfQuotesAsync(coins.Source, "BTC USD"));
    }

    [Fact]
    public async Task Only_coins_that_are_known_by_name_are_covered()
    {
        await using var coins = await CoinsAsync();

        Assert.True(coins.Source.Covers(StubbedSource.Listing("BTC-USD USD")));
        Assert.True(coins.Source.Covers(StubbedSource.Listing("DEAD USD")));
        Assert.False(coins.Source.Covers(StubbedSource.Listing("NOSUCH USD")));
        Assert.False(coins.Source.Covers(StubbedSource.Listing("BTC USD NYSE")));
    }

    private static Task<StubbedSource> CoinsAsync() =>
        StubbedSource.OfAsync<CoinGecko, CoinGeckoSettings, CoinGeckoProfile>("api/v3/", "Ids:DEAD=dead-coin");
}
