using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Sources;
using Investr.Infrastructure.Tests.MarketData.Calls;
using Investr.Infrastructure.Tests.MarketData.Sources;
using Investr.TestKit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Investr.Infrastructure.Tests.MarketData;

/// <summary>A real adapter over HTTP, with all that goes wrong on the way, and a source behind it that has everything at 100 dollars.</summary>
public sealed class QuotePathOverHttpTests : IAsyncLifetime
{
    private static readonly Listing[] Listed = StubbedSource.Listings("AAPL USD NASDAQ, MSFT USD NASDAQ");
    private static readonly AssetId[] Assets = [.. Listed.Select(listing => listing.Asset)];

    // Answers come in real time, which must not be outrun.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    private StubbedSource _first = null!;
    private ScriptedSource _second = null!;
    private QuotePath _path = null!;

    public async ValueTask InitializeAsync()
    {
        _first = await StubbedSource.OfAsync<TwelveData, TwelveDataSettings, TwelveDataProfile>("", "PerMinute=120");
        _second = new ScriptedSource(_first.Clock, "second");
        _path = new QuotePath(_first.Clock, Listed, _first.Source, _second);
    }

    public async ValueTask DisposeAsync() => await _first.DisposeAsync();

    /// <summary>What comes, how often it is asked for, and for how many seconds the source is left alone then.</summary>
    public static TheoryData<string, int, int> Faults => new()
    {
        { "429 for 40 seconds", 1, 40 },
        { "429", 1, 60 },
        { "500", 3, 0 },
        { "cut short", 3, 0 },
        { "HTML", 1, 0 },
        { "JSON of another shape", 1, 0 },
        { "another currency", 1, 0 },
        { "a price of zero", 1, 0 },
        { "from tomorrow", 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_goes_wrong_the_next_source_has_it(string fault, int calls, int heldForSeconds)
    {
        _first.Stub.AnswersAnything(AnswerOf(fault));

        var quotes = await FetchAsync();

        Assert.All(quotes.Values, quote => Assert.Equal((100, "second", QuoteFreshness.Live), (quote.Price, quote.Source, quote.Freshness)));
        Assert.Equal((calls, 2), (_first.Stub.Calls.Count, quotes.Count));
        Assert.Equal(["AAPL", "MSFT"], Assert.Single(_second.Calls));
        var heldUntil = _path.Calls.Lines[0].Budget.HeldUntil;
        Assert.InRange((heldUntil ?? _first.Clock.Now) - _first.Clock.Now, TimeSpan.FromSeconds(Math.Max(0, heldForSeconds - 1)), TimeSpan.FromSeconds(heldForSeconds));
    }

    [Fact]
    public async Task Where_nothing_goes_wrong_it_is_one_call()
    {
        _first.Stub.AnswersAnything(Quotes(229.87m, 414.17m));

        var quotes = await FetchAsync();

        Assert.Equal([229.87m, 414.17m], Assets.Select(asset => quotes[asset].Price));
        Assert.Equal((1, 0), (_first.Stub.Calls.Count, _second.Calls.Count));
    }

    [Fact]
    public async Task A_source_that_never_answers_is_given_up_and_the_request_does_not_wait_for_that()
    {
        var never = new TaskCompletionSource();
        _first.Stub.AnswersAnything(new StubAnswer("{}") { After = never.Task });
        var began = _first.Clock.Now;

        Assert.Empty(await GetAsync());
        Assert.InRange(_first.Clock.Now - began, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));

        // Three times five seconds later the next source has it.
        await _first.Clock.PassUntilAsync(() => _second.Calls.Count == 1);
        await _first.Clock.PassUntilAsync(() => _path.Cache.Find(Assets[1]) is not null);
        Assert.InRange(_first.Clock.Now - began, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task A_batch_that_fails_in_part_sends_just_that_part_on()
    {
        _first.Stub.AnswersAnything(new StubAnswer(
            $$"""{ "AAPL": {{Row(229.87m)}}, "MSFT": { "code": 404, "message": "**symbol** not found: MSFT", "status": "error" } }"""));

        var quotes = await FetchAsync();

        Assert.Equal(["twelvedata", "second"], Assets.Select(asset => quotes[asset].Source));
        Assert.Equal(["MSFT"], Assert.Single(_second.Calls));
    }

    [Fact]
    public async Task While_all_are_down_prices_are_stale_with_their_age_and_nobody_sees_an_error()
    {
        _first.Stub.AnswersAnything(Quotes(229.87m, 414.17m));
        var known = await FetchAsync();
        _first.Clock.Advance(TimeSpan.FromHours(1));
        _first.Stub.AnswersAnything(new StubAnswer("<html>Bad gateway</html>") { Status = 502, ContentType = "text/html" });
        _second.IsDown = true;

        var quotes = await FetchAsync();

        Assert.All(Assets, asset => Assert.Equal(known[asset] with { Freshness = QuoteFreshness.Stale }, quotes[asset]));
        var health = await _path.Health.CheckHealthAsync(new HealthCheckContext(), CancellationToken.None);
        Assert.Equal((HealthStatus.Degraded, "No answer from second, twelvedata."), (health.Status, health.Description));
    }

    [Fact]
    public async Task What_the_headers_say_is_left_counts()
    {
        _first.Stub.AnswersAnything(Quotes(229.87m, 414.17m) with { Headers = new Dictionary<string, string> { ["api-credits-left"] = "5" } });

        await FetchAsync();

        Assert.Equal(5, _path.Calls.Lines[0].Budget.Left().Single(limit => limit.Limit.Window == LimitWindow.Minute).Left);
    }

    // However long the attempts took, and then as a request finds it.
    private async Task<IReadOnlyDictionary<AssetId, Quote>> FetchAsync()
    {
        await _first.Clock.PassUntilAsync(_path.Flights.JoinAsync(Listed), Step);
        return await GetAsync();
    }

    private Task<IReadOnlyDictionary<AssetId, Quote>> GetAsync() => _first.Clock.PassUntilAsync(_path.GetAsync(Assets), Step);

    private StubAnswer AnswerOf(string fault) => fault switch
    {
        "429 for 40 seconds" => new("{}") { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "40" } },
        "429" => new("{}") { Status = 429 },
        "500" => new("{}") { Status = 500 },
        "cut short" => Quotes(229.87m, 414.17m) with { IsCutShort = true },
        "HTML" => new("<html>Welcome</html>") { ContentType = "text/html" },
        "JSON of another shape" => new("[1, 2, 3]"),
        "another currency" => Quotes(229.87m, 414.17m, currency: "EUR"),
        "a price of zero" => Quotes(0, 0),
        "from tomorrow" => Quotes(229.87m, 414.17m, days: 1),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };

    private StubAnswer Quotes(decimal apple, decimal microsoft, string currency = "USD", int days = 0) =>
        new($$"""{ "AAPL": {{Row(apple, currency, days)}}, "MSFT": {{Row(microsoft, currency, days)}} }""");

    private string Row(decimal close, string currency = "USD", int days = 0) => FormattableString.Invariant(
        $$"""{ "currency": "{{currency}}", "close": "{{close}}", "timestamp": {{_first.Clock.Now.AddDays(days).ToUnixTimeSeconds()}}, "is_market_open": true }""");
}
