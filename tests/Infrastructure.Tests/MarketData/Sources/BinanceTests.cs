using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Sources;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class BinanceTests
{
    private static readonly DateOnly From = new(2017, 7, 1);
    private static readonly DateOnly To = new(2017, 7, 31);

    public static TheoryData<string, string, string, string> Recorded => new()
    {
        { "ticker-price-batch", "quotes", "BTC USD, ETHUSD USD, ADA USD", "BTC 70187.01 USD, ETHUSD 3454.19 USD, ADA NotFound" },
        { "ticker-price-single", "quotes", "BTC USD", "all Malformed" },
        { "klines", "history", "BTC USD", "BTC 2017-07-03=0.015771" },

        // Of several the API does not say which one it does not know.
        { "error-400-invalid-symbol", "quotes", "BTC USD, NOSUCH USD", "all NotFound" },
        { "error-429-weight", "quotes", "BTC USD", "all RateLimited for 37 s" },
        { "error-418-banned", "quotes", "BTC USD", "all RateLimited for 120 s" },
        { "error-451-restricted-location", "quotes", "BTC USD", "all Unauthorized" },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task What_was_recorded_is_understood(string id, string call, string listings, string outcome)
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(Recordings.Of("binance", id).Answer);

        Assert.Equal(outcome, await Outcome.OfAsync(market.Source, call, listings, From, To));
        Assert.Single(market.Stub.Calls);
    }

    [Fact]
    public void All_that_was_recorded_is_tried() =>
        Recordings.AreAllTried("binance", Recorded.Select(row => row.Data.Item1), "ticker-24hr-single", "ticker-24hr-mini-batch");

    [Fact]
    public async Task A_symbol_that_is_not_traded_is_a_fault_of_its_own_when_it_is_asked_for_alone()
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer("""{"code":-1121,"msg":"Invalid symbol."}""") { Status = 400 });

        Assert.Equal("NOSUCH NotFound", await Outcome.OfQuotesAsync(market.Source, "NOSUCH USD"));
    }

    [Fact]
    public async Task What_is_left_of_the_minute_is_told_by_what_was_used()
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer("[]") { Headers = new Dictionary<string, string> { ["X-MBX-USED-WEIGHT-1M"] = "5990" } });

        var answer = await market.Source.GetQuotesAsync(StubbedSource.Listings("BTC USD"), CancellationToken.None);

        // 6000 a minute, less 5990.
        Assert.Equal([new CreditsLeft(LimitWindow.Minute, 10)], answer.Left);
        Assert.Equal("""?symbols=["BTCUSDT"]""", Uri.UnescapeDataString(Assert.Single(market.Stub.Calls).QueryString));
    }

    [Fact]
    public async Task A_day_that_is_still_running_has_no_close()
    {
        await using var market = await MarketAsync();

        // It is noon of 12 June 2024; the second candle ends at the midnight to come.
        market.Stub.AnswersAnything(new StubAnswer(
            """
            [[1718064000000,"1","3","1","2","9",1718150399999,"0",1,"0","0","0"],[1718150400000,"2","4","2","3","9",1718236799999,"0",1,"0","0","0"]]
            """));

        Assert.Equal("BTC 2024-06-11=2", await Outcome.OfHistoryAsync(market.Source, "BTC EUR", new(2024, 6, 1), new(2024, 6, 12)));
    }

    [Theory]
    [InlineData("BTC USD", true)]
    [InlineData("BTC EUR", true)]
    [InlineData("USDT USD", false)]
    [InlineData("BTC CHF", false)]
    [InlineData("AAPL USD NASDAQ", false)]
    public async Task It_covers_coins_against_euros_and_dollars(string listing, bool covered)
    {
        await using var market = await MarketAsync();

        Assert.Equal(covered, market.Source.Covers(StubbedSource.Listing(listing)));
    }

    [Fact]
    public async Task Where_Tether_is_no_dollar_dollars_are_not_covered()
    {
        await using var market = await MarketAsync("TetherIsDollar=false");

        Assert.False(market.Source.Covers(StubbedSource.Listing("BTC USD")));
        Assert.True(market.Source.Covers(StubbedSource.Listing("BTC EUR")));
    }

    private static Task<StubbedSource> MarketAsync(params string[] settings) =>
        StubbedSource.OfAsync<Binance, BinanceSettings, BinanceProfile>("", settings);
}
