using Investr.Infrastructure.MarketData.Sources;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

/// <summary>What may go wrong with any API, whatever it tells about: each source meets all of it.</summary>
public sealed class SourceFaultTests
{
    private static readonly Dictionary<string, Func<Task<StubbedSource>>> Sources = new()
    {
        ["coingecko"] = () => StubbedSource.OfAsync<CoinGecko, CoinGeckoSettings, CoinGeckoProfile>(),
        ["binance"] = () => StubbedSource.OfAsync<Binance, BinanceSettings, BinanceProfile>(),
        ["tiingo"] = () => StubbedSource.OfAsync<Tiingo, TiingoSettings, TiingoProfile>(),
        ["twelvedata"] = () => StubbedSource.OfAsync<TwelveData, TwelveDataSettings, TwelveDataProfile>(),
        ["marketstack"] = () => StubbedSource.OfAsync<Marketstack, MarketstackSettings, MarketstackProfile>(),
    };

    private static readonly Dictionary<string, (StubAnswer Answer, string Outcome)> Faults = new()
    {
        ["500"] = (new("<h1>Oops</h1>") { Status = 500, ContentType = "text/html" }, "all Transient"),
        ["503 with a time to wait"] = (new("later") { Status = 503, Headers = Wait("120") }, "all Transient for 120 s"),
        ["429 with a time to wait"] = (new("Too Many Requests") { Status = 429, Headers = Wait("7") }, "all RateLimited for 7 s"),

        // It is noon.
        ["429 with a time to come back"] = (new("") { Status = 429, Headers = Wait("Wed, 12 Jun 2024 12:00:30 GMT") }, "all RateLimited for 30 s"),
        ["429 without"] = (new("Too Many Requests") { Status = 429 }, "all RateLimited"),
        ["403 of a proxy"] = (new("<h1>Access denied</h1>") { Status = 403, ContentType = "text/html" }, "all Unauthorized"),
        ["451"] = (new("not here") { Status = 451 }, "all Unauthorized"),
        ["402"] = (new("Restricted Endpoint") { Status = 402 }, "all PlanRestricted"),
        ["a page in place of data"] = (new("<html>Please wait</html>") { ContentType = "text/html" }, "all Malformed"),
        ["nothing"] = (new(""), "all Malformed"),
        ["half of the JSON"] = (new("""{"bitcoin":{"us"""), "all Malformed"),
        ["half of the body"] = (new("""[{"ticker":"AAPL"},{"ticker":"MSFT"}]""") { IsCutShort = true }, "all Transient"),
        ["JSON of another shape"] = (new("\"hello\""), "all Malformed"),
        ["an error whose parts are of other kinds"] = (new("""{"status":"error","code":{},"msg":[],"error":7,"detail":null,"data":3}"""), "all Malformed"),
        ["somewhere else"] = (new("") { Status = 302, Headers = new Dictionary<string, string> { ["Location"] = "/elsewhere" } }, "all Malformed"),
    };

    public static TheoryData<string, string> Each => [.. from source in Sources.Keys from fault in Faults.Keys select (source, fault)];

    public static TheoryData<string> EachSource => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Each))]
    public async Task A_fault_is_known_for_what_it_is(string name, string fault)
    {
        await using var market = await Sources[name]();
        market.Stub.AnswersAnything(Faults[fault].Answer);

        Assert.Equal(Faults[fault].Outcome, await Outcome.OfQuotesAsync(market.Source, ListingsOf(name)));
        Assert.Single(market.Stub.Calls);
    }

    [Theory]
    [MemberData(nameof(EachSource))]
    public async Task Who_does_not_answer_in_time_may_answer_the_next_time(string name)
    {
        await using var market = await Sources[name]();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        market.Stub.AnswersAnything(new StubAnswer("{}") { After = never.Task, Asked = asked });

        var outcome = Outcome.OfQuotesAsync(market.Source, ListingsOf(name));
        await asked.Task;
        market.Clock.Advance(TimeSpan.FromSeconds(16));

        Assert.Equal("all Transient", await outcome);
    }

    [Fact]
    public async Task Who_is_not_there_may_be_there_the_next_time()
    {
        await using var market = await Sources["tiingo"]();
        await market.Stub.DisposeAsync();

        Assert.Equal("all Transient", await Outcome.OfQuotesAsync(market.Source, ListingsOf("tiingo")));
    }

    [Fact]
    public async Task Whoever_gives_up_is_not_told_of_a_fault()
    {
        await using var market = await Sources["tiingo"]();
        using var givingUp = new CancellationTokenSource();
        await givingUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            market.Source.GetQuotesAsync(StubbedSource.Listings(ListingsOf("tiingo")), givingUp.Token));
    }

    [Fact]
    public async Task An_answer_without_an_end_is_not_read_to_the_end()
    {
        await using var market = await Sources["coingecko"]();
        market.Stub.AnswersAnything(new StubAnswer(new byte[33 * 1024 * 1024]));

        Assert.Equal("all Malformed", await Outcome.OfQuotesAsync(market.Source, ListingsOf("coingecko")));
    }

    private static string ListingsOf(string source) =>
        source is "coingecko" or "binance" ? "BTC USD, ETH USD" : "AAPL USD NASDAQ, MSFT USD NASDAQ";

    private static Dictionary<string, string> Wait(string after) => new() { ["Retry-After"] = after };
}
