using System.Text.Json;
using Investr.Api.Tests.Host;
using Investr.TestKit;

namespace Investr.Api.Tests.Market;

public sealed class MarketDataRunTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Watching = "subscription { marketDataRunProgressed { id status } }";

    [Fact]
    public async Task A_run_that_is_asked_for_updates_what_anybody_holds_or_watches_and_says_so()
    {
        var (root, ada) = (await api.SignInAsAdministratorAsync(), await api.SignUpAsync("ada"));
        await root.FinishedRunAsync();
        var portfolio = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(
            portfolio,
            """{ type: BUY, symbol: "IBM", tradeDate: "2024-01-02", quantity: 1, unitPrice: 1 }""",
            """{ type: BUY, symbol: "BTC", tradeDate: "2024-01-02", quantity: 1, unitPrice: 1 }""");
        await ada.DataAsync("""mutation { createWatchlist(input: { name: "x", symbols: ["AAPL"] }) { watchlist { id } } }""");

        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var begun = await root.RefreshAsync();
        var run = await root.FinishedRunAsync();

        Assert.Equal(begun.Text("run.id"), run.Text("id"));
        Assert.Equal("SUCCEEDED", run.Text("status"));
        Assert.Equal((3, 3, 0), (run.Int("assetsAsked"), run.Int("assetsUpdated"), run.Int("assetsFailed")));
        Assert.Null(run.Text("message"));

        // One call for the closes of all three; the exchange rates were fetched by an earlier run or cost one more.
        Assert.InRange(run.Int("providerCalls"), 1, 2);
    }

    [Fact]
    public async Task An_unknown_symbol_is_told_by_its_place_and_nothing_begins()
    {
        var root = await api.SignInAsAdministratorAsync();
        var before = (await root.FinishedRunAsync()).Text("id");

        var refused = await root.RefreshAsync("AAPL", "NO-SUCH");

        Assert.Equal("VALIDATION", refused.Text("errors.0.code"));
        Assert.Equal(before, (await root.FinishedRunAsync()).Text("id"));
    }

    [Fact]
    public async Task Whoever_watches_runs_by_socket_sees_the_newest_at_once_and_then_how_the_next_one_ends()
    {
        var root = await api.SignInAsAdministratorAsync();
        await root.FinishedRunAsync();
        using var socket = await root.ConnectAsync();
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("1", Watching);

        await SeesTheNextRunAsync(root, async () => (await socket.ReceiveAsync()).At("payload.data.marketDataRunProgressed"));
    }

    [Fact]
    public async Task Whoever_watches_runs_by_server_sent_events_sees_the_newest_at_once_and_then_how_the_next_one_ends()
    {
        var root = await api.SignInAsAdministratorAsync();
        await root.FinishedRunAsync();
        using var stream = await root.StreamAsync(Watching);

        await SeesTheNextRunAsync(root, async () => JsonElement.Parse((await stream.NextAsync())!.Value.Data!).At("data.marketDataRunProgressed"));
    }

    [Fact]
    public async Task Providers_tell_how_they_did()
    {
        var root = await api.SignInAsAdministratorAsync();
        await root.FinishedRunAsync();

        var provider = (await root.DataAsync(
            "{ providers { name enabled healthy batchSize calls symbolsAsked rateLimited lastError lastSuccessAt } }")).At("providers.0");

        Assert.Equal("simulated", provider.Text("name"));
        Assert.True(provider.GetProperty("healthy").GetBoolean());
        Assert.NotEqual(0, provider.Int("calls"));
        Assert.NotNull(provider.Text("lastSuccessAt"));
    }

    private async Task SeesTheNextRunAsync(TestClient root, Func<Task<JsonElement>> nextAsync)
    {
        var last = (await root.FinishedRunAsync()).Text("id");

        var first = await nextAsync();
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var begun = (await root.RefreshAsync("AAPL")).Text("run.id");
        JsonElement seen;
        do seen = await nextAsync();
        while (seen.Text("id") != begun || seen.Text("status") == "RUNNING");

        Assert.Equal(last, first.Text("id"));
        Assert.Equal("SUCCEEDED", seen.Text("status"));
    }
}

/// <summary>The daily update over HTTP, to a market's API that takes a hundred symbols a call.</summary>
public sealed class MarketDataCallTests
{
    [Fact]
    public async Task A_thousand_assets_are_ten_calls()
    {
        await using var stub = await MarketStub.StartAsync();
        stub.Answers(EndOfDayApi.Path, EndOfDayApi.Answer);
        await using var api = new TestApi([.. EndOfDayApi.SettingsFor(stub).Select(setting => (setting.Name.Replace("__", ":", StringComparison.Ordinal), setting.Value))]);
        await api.InitializeAsync();
        var root = await api.SignInAsAdministratorAsync();
        await root.WatchManyAsync(1_000);

        await root.RefreshAsync();
        var run = await root.FinishedRunAsync();

        // 1,000 / 100 = 10; nobody else is asked, and 990 calls are saved.
        Assert.Equal(("SUCCEEDED", 1_000, 10, 990), (run.Text("status"), run.Int("assetsUpdated"), run.Int("providerCalls"), run.Int("callsSaved")));
        Assert.Equal(10, stub.Calls.Count);
        Assert.True(stub.Calls.Count <= 20);
    }
}
