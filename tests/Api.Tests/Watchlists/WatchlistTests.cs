using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Watchlists;

public sealed class WatchlistTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Errors = "errors { __typename ... on Error { code message } ... on ValidationError { fields { path } } }";
    private const string List = "watchlist { id name assets { symbol } }";
    private const string Create = $$"""mutation($input: CreateWatchlistInput!) { createWatchlist(input: $input) { {{List}} {{Errors}} } }""";
    private const string Update = $$"""mutation($input: UpdateWatchlistInput!) { updateWatchlist(input: $input) { {{List}} {{Errors}} } }""";
    private const string Delete = $$"""mutation($id: ID!) { deleteWatchlist(input: { watchlistId: $id }) { deletedWatchlistId errors { ... on Error { code } } } }""";

    [Fact]
    public async Task A_list_is_made_changed_found_and_deleted()
    {
        var ada = await api.SignUpAsync();
        var made = (await ada.DataAsync(Create, new { input = new { name = "Ideas", symbols = new[] { "aapl", "BTC", "AAPL" } } })).At("createWatchlist.watchlist");
        Assert.Equal(["AAPL", "BTC"], made.Texts("assets", "symbol"));
        var id = made.Text("id")!;

        var changed = (await ada.DataAsync(Update, new { input = new { watchlistId = id, name = "Better ideas", add = new[] { "MSFT", "BTC" }, remove = new[] { "AAPL", "ETH" } } }))
            .At("updateWatchlist.watchlist");
        Assert.Equal(["BTC", "MSFT"], changed.Texts("assets", "symbol"));

        var found = await ada.DataAsync("query($id: ID!) { node(id: $id) { ... on Watchlist { name assets { symbol } } } watchlists { id name } }", new { id });
        Assert.Equal(("Better ideas", "MSFT"), (found.Text("node.name"), found.Text("node.assets.1.symbol")));
        Assert.Equal([id], found.Texts("watchlists", "id"));

        Assert.Equal(id, (await ada.DataAsync(Delete, new { id })).Text("deleteWatchlist.deletedWatchlistId"));
        Assert.Equal("NOT_FOUND", (await ada.DataAsync(Delete, new { id })).Text("deleteWatchlist.errors.0.code"));
        Assert.Equal(0, (await ada.DataAsync("{ watchlists { id } }")).At("watchlists").GetArrayLength());
    }

    [Fact]
    public async Task Every_unknown_symbol_and_every_other_fault_is_told_at_once_and_nothing_is_done()
    {
        var ada = await api.SignUpAsync();

        var refused = await ada.DataAsync(Create, new { input = new { name = " ", symbols = new[] { "NO-SUCH", "AAPL", "NOR-THIS" } } });

        Assert.Equal(["ValidationError", "NotFoundError", "NotFoundError"], refused.Texts("createWatchlist.errors", "__typename"));
        Assert.Equal(["There is no such asset as \"NO-SUCH\".", "There is no such asset as \"NOR-THIS\"."], refused.Texts("createWatchlist.errors", "message").Skip(1));
        Assert.Equal(0, (await ada.DataAsync("{ watchlists { id } }")).At("watchlists").GetArrayLength());

        var id = (await ada.DataAsync(Create, new { input = new { name = "Ideas" } })).Text("createWatchlist.watchlist.id");
        var kept = await ada.DataAsync(Update, new { input = new { watchlistId = id, add = new[] { "BTC", "NO-SUCH" }, remove = new[] { "NOR-THIS" } } });
        Assert.Equal(["NOT_FOUND", "NOT_FOUND"], kept.Texts("updateWatchlist.errors", "code"));
        Assert.Equal(0, (await ada.DataAsync("{ watchlists { assets { symbol } } }")).At("watchlists.0.assets").GetArrayLength());
    }

    [Fact]
    public async Task Lists_and_what_is_on_them_have_bounds()
    {
        var ada = await api.SignUpAsync();
        for (var list = 0; list < 50; list++) await ada.DataAsync(Create, new { input = new { name = $"List {list}" } });

        var refused = await ada.DataAsync(Create, new { input = new { name = "One more" } });

        Assert.Equal(["name"], refused.Texts("createWatchlist.errors.0.fields", "path.0"));
        Assert.Equal(50, (await ada.DataAsync("{ watchlists { id } }")).At("watchlists").GetArrayLength());
    }

    [Fact]
    public async Task The_assets_of_all_lists_are_loaded_in_one_batch()
    {
        var ada = await api.SignUpAsync();
        string[][] lists = [["AAPL", "BTC"], ["MSFT", "BTC"], ["ETH"]];
        foreach (var symbols in lists)
        {
            await ada.DataAsync(Create, new { input = new { name = symbols[0], symbols } });
            api.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        api.Statements.Reset();
        var read = await ada.DataAsync("{ watchlists { assets { symbol name } } }");

        // The lists, and the assets.
        Assert.Equal(2, api.Statements.Count);
        Assert.Equal(["MSFT", "BTC"], read.Texts("watchlists.1.assets", "symbol"));
    }

    [Fact]
    public async Task Somebody_elses_own_asset_is_on_no_list_of_mine()
    {
        var (ada, eve) = (await api.SignUpAsync(), await api.SignUpAsync("eve"));
        await ada.DataAsync("""mutation { createCustomAsset(input: { symbol: "CABIN", name: "Cabin", type: OTHER, currency: "USD" }) { asset { id } } }""");

        var hers = await ada.DataAsync(Create, new { input = new { name = "Mine", symbols = new[] { "CABIN" } } });
        var refused = await eve.DataAsync(Create, new { input = new { name = "Mine", symbols = new[] { "CABIN" } } });

        Assert.Equal(["CABIN"], hers.Texts("createWatchlist.watchlist.assets", "symbol"));
        Assert.Equal("NotFoundError", refused.Text("createWatchlist.errors.0.__typename"));
    }
}
