using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Sources;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class TwelveDataTests
{
    private const string Both = "AAPL USD NASDAQ, MSFT USD NASDAQ";

    private static readonly DateOnly From = new(2014, 1, 1);
    private static readonly DateOnly To = new(2024, 11, 30);

    public static TheoryData<string, string, string, string> Recorded => new()
    {
        { "quote-batch", "quotes", Both, "AAPL 229.87 USD, MSFT 414.17 USD" },

        // 70.54 pence are 0.7054 pounds.
        { "quote-batch-mixed", "quotes", "VOD.L GBP LSE, BTC USD, AAPL USD NASDAQ", "VOD.L 0.7054 GBP, BTC 98912.31 USD, AAPL NotFound" },
        { "time-series-batch", "history", Both, "AAPL 2024-11-22=229.87, MSFT 2024-11-22=414.17" },
        { "time-series-batch-partial-error", "history", "AAPL USD NASDAQ, INVALID USD NASDAQ", "AAPL 2024-11-22=229.87, INVALID NotFound" },
        { "error-429-minute", "quotes", Both, "all RateLimited" },
        { "error-429-minute-http200", "quotes", Both, "all RateLimited" },
        { "error-429-day", "quotes", Both, "all QuotaExhausted" },
        { "error-401", "quotes", "AAPL USD NASDAQ", "all Unauthorized" },
        { "error-403-plan", "history", "AAPL USD NASDAQ", "AAPL PlanRestricted" },
        { "error-404-symbol", "quotes", "NOSUCH USD NYSE", "NOSUCH NotFound" },
        { "error-400-no-data", "history", "AAPL USD NASDAQ", "AAPL NoData" },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task What_was_recorded_is_understood(string id, string call, string listings, string outcome)
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(Recordings.Of("twelvedata", id).Answer);

        Assert.Equal(outcome, await Outcome.OfAsync(market.Source, call, listings, From, To));
        Assert.Single(market.Stub.Calls);
    }

    [Fact]
    public void All_that_was_recorded_is_tried() => Recordings.AreAllTried(
        "twelvedata",
        Recorded.Select(row => row.Data.Item1),
        "dividends", "splits", "batch-post-multi", "exchange-rate", "profile", "etf-composition", "exchange-schedule", "cross-listings",
        "splits-calendar", "dividends-calendar", "price-batch", "price-single", "symbol-search", "market-state", "api-usage");

    [Fact]
    public async Task A_batch_is_one_call_that_names_exchanges_and_hides_the_key()
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer("{}") { Headers = new Dictionary<string, string> { ["api-credits-left"] = "5" } });

        var listings = StubbedSource.Listings("BRK-B USD NYSE, VOD.L GBP LSE, SAP.DE EUR XETRA, BTCUSD USD");
        var answer = await market.Source.GetQuotesAsync(listings, CancellationToken.None);

        var call = Assert.Single(market.Stub.Calls);
        Assert.Equal("BRK.B,VOD:LSE,SAP:XETR,BTC/USD", call.Query["symbol"]);
        Assert.Equal($"apikey {StubbedSource.Key}", call.Headers["Authorization"]);
        Assert.DoesNotContain(StubbedSource.Key, call.QueryString, StringComparison.Ordinal);
        Assert.Equal([new CreditsLeft(LimitWindow.Minute, 5)], answer.Left);
    }

    [Fact]
    public async Task One_symbol_alone_stands_by_itself_in_the_answer()
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer(
            """{"symbol":"AAPL","currency":"USD","timestamp":1718190000,"close":"229.87","previous_close":"228.52","is_market_open":true}"""));

        var answer = await market.Source.GetQuotesAsync(StubbedSource.Listings("AAPL USD NASDAQ"), CancellationToken.None);

        var quote = Assert.Single(answer.Found.Values);
        Assert.Equal((229.87m, 228.52m, QuoteFreshness.Live, "twelvedata"), (quote.Price, quote.PreviousClose, quote.Freshness, quote.Source));
        Assert.Equal(new DateTimeOffset(2024, 6, 12, 11, 0, 0, TimeSpan.Zero), quote.AsOf);
    }

    [Fact]
    public async Task A_last_close_is_never_told_as_live()
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer("""{"symbol":"AAPL","currency":"USD","timestamp":1718193600,"close":"1","is_market_open":false}"""));

        var answer = await market.Source.GetQuotesAsync(StubbedSource.Listings("AAPL USD NASDAQ"), CancellationToken.None);

        Assert.Equal(QuoteFreshness.EndOfDay, Assert.Single(answer.Found.Values).Freshness);
    }

    [Theory]
    [InlineData("\"EUR\"", "\"1\"", "WrongCurrency")]
    [InlineData("null", "\"1\"", "WrongCurrency")]
    [InlineData("\"USD\"", "\"0.00\"", "Malformed")]
    [InlineData("\"USD\"", "\"-1\"", "Malformed")]
    [InlineData("\"USD\"", "null", "NoData")]
    [InlineData("\"USD\"", "\"None\"", "NoData")]
    [InlineData("\"USD\"", "1e400", "NoData")]
    public async Task What_cannot_be_a_price_is_none(string currency, string close, string fault)
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer($$"""{"symbol":"AAPL","currency":{{currency}},"close":{{close}}}"""));

        Assert.Equal($"AAPL {fault}", await Outcome.OfQuotesAsync(market.Source, "AAPL USD NASDAQ"));
    }

    [Fact]
    public async Task Dividends_and_splits_of_all_symbols_are_one_call()
    {
        var (dividends, splits) = (Recordings.Of("twelvedata", "dividends"), Recordings.Of("twelvedata", "splits"));
        await using var market = await MarketAsync("PerMinute=377");
        market.Stub.Answers("/batch", new StubAnswer(
            $$"""
            {"code":200,"status":"success","data":{
              "d0":{"status":"success","response":{{Text(dividends)}}},"s0":{"status":"success","response":{{Text(splits)}}},
              "d1":{"status":"error","response":{"code":404,"message":"**symbol** is missing or invalid","status":"error"} } } }
            """));

        // The split of 2020 gave four for one, that of 2014 seven for one.
        Assert.Equal(
            "AAPL 2024-11-08+0.25USD 2024-08-12+0.25USD 2024-05-10+0.25USD 2024-02-09+0.24USD 2020-08-31x4:1 2014-06-09x7:1, NOSUCH NotFound",
            await Outcome.OfActionsAsync(market.Source, "AAPL USD NASDAQ, NOSUCH USD NYSE", From, To));
        Assert.Contains("/dividends?symbol=AAPL", Assert.Single(market.Stub.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_cannot_pay_for_dividends_is_not_asked_for_them()
    {
        await using var basic = await MarketAsync();
        await using var grown = await MarketAsync("PerMinute=377");

        Assert.Null(basic.Source.Capabilities.Actions);

        // 377 credits a minute pay for 9 symbols at 40 each.
        Assert.Equal(9, grown.Source.Capabilities.Actions!.SymbolsACall);
    }

    [Theory]
    [InlineData("AAPL USD NASDAQ", true)]
    [InlineData("7203.T JPY TSE", true)]
    [InlineData("MYSTERY USD NOWHERE", false)]
    public async Task It_covers_what_an_exchange_that_it_knows_lists(string listing, bool covered)
    {
        await using var market = await MarketAsync();

        Assert.Equal(covered, market.Source.Covers(StubbedSource.Listing(listing)));
    }

    private static string Text(RecordedAnswer recorded) => System.Text.Encoding.UTF8.GetString(recorded.Answer.Content.Span);

    private static Task<StubbedSource> MarketAsync(params string[] settings) =>
        StubbedSource.OfAsync<TwelveData, TwelveDataSettings, TwelveDataProfile>("", settings);
}
