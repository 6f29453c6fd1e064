using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Sources;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class MarketstackTests
{
    private const string Rows =
        """
        {"pagination":{"limit":1000,"offset":0,"count":3,"total":3},"data":[
          {"symbol":"AAPL","exchange":"XNAS","date":"2020-08-31T00:00:00+0000","close":129.04,"dividend":0.0,"split_factor":4.0,"price_currency":"USD"},
          {"symbol":"AAPL","exchange":"XNAS","date":"2020-08-28T00:00:00+0000","close":499.23,"dividend":0.0,"split_factor":1.0,"price_currency":"USD"},
          {"symbol":"VOD.XLON","exchange":"XLON","date":"2020-08-28T00:00:00+0000","close":113.5,"dividend":4.5,"split_factor":1.0,"price_currency":"GBX"}]}
        """;

    private static readonly DateOnly From = new(2020, 8, 28);
    private static readonly DateOnly To = new(2020, 8, 31);

    [Fact]
    public async Task The_closes_of_a_hundred_symbols_are_one_call()
    {
        await using var market = await MarketAsync();
        market.Stub.Answers("/eod", new StubAnswer(Rows));

        // 113.5 pence are 1.135 pounds.
        Assert.Equal(
            "AAPL 2020-08-28=499.23 2020-08-31=129.04, VOD.L 2020-08-28=1.135, NOSUCH NoData",
            await Outcome.OfHistoryAsync(market.Source, "AAPL USD NASDAQ, VOD.L GBP LSE, NOSUCH USD NYSE", From, To));

        var call = Assert.Single(market.Stub.Calls);
        Assert.Equal("AAPL,VOD.XLON,NOSUCH", call.Query["symbols"]);
        Assert.Equal(("2020-08-28", "2020-08-31", StubbedSource.Key), (call.Query["date_from"], call.Query["date_to"], call.Query["access_key"]));
        Assert.Equal(100, market.Source.Capabilities.History!.SymbolsACall);

        // A thousand rows a call are ten days of a hundred symbols.
        Assert.Equal(10, market.Source.Capabilities.History.DaysFor(100));
    }

    [Fact]
    public async Task Dividends_and_splits_come_along_and_a_dividend_of_pence_is_told_in_pounds()
    {
        await using var market = await MarketAsync();
        market.Stub.Answers("/eod", new StubAnswer(Rows));

        var asked = StubbedSource.Listings("AAPL USD NASDAQ, VOD.L GBP LSE");
        var answer = await market.Source.GetHistoryAsync(asked, From, To, CancellationToken.None);

        Assert.Equal("2020-08-31x4:1", Outcome.Told(answer.Found[asked[0].Asset].Actions!));

        // 4.5 pence.
        Assert.Equal("2020-08-28+0.045GBP", Outcome.Told(answer.Found[asked[1].Asset].Actions!));
    }

    [Fact]
    public async Task A_listing_that_is_kept_in_pence_stays_in_pence_and_its_dividends_are_pounds()
    {
        await using var market = await MarketAsync();
        market.Stub.Answers("/eod", new StubAnswer(Rows));

        var answer = await market.Source.GetHistoryAsync(StubbedSource.Listings("VOD.L GBX LSE"), From, To, CancellationToken.None);

        var history = Assert.Single(answer.Found.Values);
        Assert.Equal(113.5m, history.Closes.Points[0].Close);
        Assert.Equal("2020-08-28+0.045GBP", Outcome.Told(history.Actions!));
    }

    [Fact]
    public async Task The_latest_closes_are_quotes_of_the_end_of_their_day()
    {
        await using var market = await MarketAsync();
        market.Stub.Answers("/eod/latest", new StubAnswer(
            """
            {"pagination":{"total":2},"data":[
              {"symbol":"AAPL","date":"2024-06-11T00:00:00+0000","close":207.15,"open":193.65},
              {"symbol":"MSFT","date":"2024-06-12T00:00:00+0000","close":441.06}]}
            """));

        var asked = StubbedSource.Listings("AAPL USD NASDAQ, MSFT USD NASDAQ");
        var quotes = (await market.Source.GetQuotesAsync(asked, CancellationToken.None)).Found;

        Assert.Equal((207.15m, 193.65m, QuoteFreshness.EndOfDay), (quotes[asked[0].Asset].Price, quotes[asked[0].Asset].Open, quotes[asked[0].Asset].Freshness));
        Assert.Equal(new DateTimeOffset(2024, 6, 11, 23, 59, 59, TimeSpan.Zero), quotes[asked[0].Asset].AsOf);

        // The end of today is yet to come.
        Assert.Equal(market.Clock.Now, quotes[asked[1].Asset].AsOf);
    }

    [Fact]
    public async Task A_page_that_leaves_rows_out_is_not_taken_for_the_whole()
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer(Rows.Replace("\"total\":3", "\"total\":4", StringComparison.Ordinal)));

        Assert.Equal("all Malformed", await Outcome.OfHistoryAsync(market.Source, "AAPL USD NASDAQ, VOD.L GBP LSE", From, To));
    }

    [Theory]
    [InlineData(200, "usage_limit_reached", "all QuotaExhausted")]
    [InlineData(429, "rate_limit_reached", "all RateLimited")]
    [InlineData(401, "invalid_access_key", "all Unauthorized")]
    [InlineData(403, "function_access_restricted", "all PlanRestricted")]
    [InlineData(422, "no_valid_symbols_provided", "all NotFound")]
    [InlineData(500, "something_new", "all Transient")]
    public async Task Its_errors_have_names(int status, string code, string outcome)
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer($$$"""{"error":{"code":"{{{code}}}","message":"…"}}""") { Status = status });

        Assert.Equal(outcome, await Outcome.OfQuotesAsync(market.Source, "AAPL USD NASDAQ, MSFT USD NASDAQ"));
    }

    [Fact]
    public async Task A_close_in_another_currency_is_not_taken()
    {
        await using var market = await MarketAsync();
        market.Stub.Answers("/eod", new StubAnswer(Rows));

        Assert.Equal("VOD.L WrongCurrency", await Outcome.OfHistoryAsync(market.Source, "VOD.L EUR LSE", From, To));
    }

    private static Task<StubbedSource> MarketAsync() => StubbedSource.OfAsync<Marketstack, MarketstackSettings, MarketstackProfile>();
}
