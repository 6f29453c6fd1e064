using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Sources;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class TiingoTests
{
    private static readonly DateOnly From = new(2015, 1, 1);
    private static readonly DateOnly To = new(2018, 12, 31);

    public static TheoryData<string, string, string, string> Recorded => new()
    {
        { "iex-batch-closed", "quotes", "AAPL USD NASDAQ, SPY USD NYSE_ARCA, NOSUCH USD NYSE", "AAPL 148.6 USD, SPY 450.25 USD, NOSUCH NotFound" },
        { "iex-batch-open", "quotes", "AAPL USD NASDAQ", "AAPL 177.97 USD" },
        { "daily-latest", "history", "GOOGL USD NASDAQ", "GOOGL 2018-04-12=1037.29" },
        { "daily-range", "history", "GOOGL USD NASDAQ", "GOOGL 2015-01-02=529.55 2015-01-05=519.46" },
        { "error-404-ticker", "history", "NOSUCH USD NYSE", "NOSUCH NotFound" },
        { "error-401", "quotes", "AAPL USD NASDAQ", "all Unauthorized" },
        { "error-429-hourly", "quotes", "AAPL USD NASDAQ", "all RateLimited" },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task What_was_recorded_is_understood(string id, string call, string listings, string outcome)
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(Recordings.Of("tiingo", id).Answer);

        Assert.Equal(outcome, await Outcome.OfAsync(market.Source, call, listings, From, To));
        Assert.Single(market.Stub.Calls);
    }

    [Fact]
    public void All_that_was_recorded_is_tried() => Recordings.AreAllTried(
        "tiingo", Recorded.Select(row => row.Data.Item1), "daily-metadata", "crypto-top-batch", "crypto-prices-batch", "iex-intraday", "fx-top-batch");

    [Fact]
    public async Task A_time_with_nine_digits_of_a_second_is_read()
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer("""[{"ticker":"BRK-B","timestamp":"2024-06-12T07:59:57.053159184-04:00","tngoLast":407.5,"prevClose":405.25}]"""));

        var answer = await market.Source.GetQuotesAsync(StubbedSource.Listings("BRK-B USD NYSE"), CancellationToken.None);

        // 07:59:57 in New York is 11:59:57, three seconds before noon.
        var quote = Assert.Single(answer.Found.Values);
        Assert.Equal(new DateTime(2024, 6, 12, 11, 59, 57, DateTimeKind.Utc), quote.AsOf.UtcDateTime, TimeSpan.FromSeconds(1));
        Assert.Equal((407.5m, 405.25m, QuoteFreshness.Live), (quote.Price, quote.PreviousClose, quote.Freshness));

        var call = Assert.Single(market.Stub.Calls);
        Assert.Equal(("BRK-B", $"Token {StubbedSource.Key}"), (call.Query["tickers"], call.Headers["Authorization"]));
    }

    [Fact]
    public async Task Dividends_and_splits_come_along_with_the_closes()
    {
        await using var market = await MarketAsync();
        market.Stub.AnswersAnything(new StubAnswer(
            """
            [{"date":"2020-08-07T00:00:00.000Z","close":444.45,"divCash":0.82,"splitFactor":1.0},
             {"date":"2020-08-31T00:00:00.000Z","close":129.04,"divCash":0.0,"splitFactor":4.0},
             {"date":"2020-09-01T00:00:00.000Z","close":134.18,"divCash":0.0,"splitFactor":0.05}]
            """));

        var answer = await market.Source.GetHistoryAsync(
            StubbedSource.Listings("AAPL USD NASDAQ"), new(2020, 8, 1), new(2020, 9, 30), CancellationToken.None);

        // A factor of 4 gave four for one, one of 0.05 one for twenty.
        var actions = Assert.Single(answer.Found.Values).Actions!;
        Assert.Equal("2020-08-07+0.82USD 2020-08-31x4:1 2020-09-01x1:20", Outcome.Told(actions));
    }

    [Theory]
    [InlineData("AAPL USD NASDAQ", true)]
    [InlineData("VOD.L GBP LSE", false)]
    [InlineData("CSPX.L USD LSE", false)]
    [InlineData("BTC USD", false)]
    public async Task It_covers_what_is_sold_in_the_United_States(string listing, bool covered)
    {
        await using var market = await MarketAsync();

        Assert.Equal(covered, market.Source.Covers(StubbedSource.Listing(listing)));
    }

    private static Task<StubbedSource> MarketAsync() => StubbedSource.OfAsync<Tiingo, TiingoSettings, TiingoProfile>();
}
