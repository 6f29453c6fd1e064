using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Market;

public sealed class CatalogueTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Upsert =
        "mutation($input: UpsertAssetsInput!) { upsertAssets(input: $input) { assets { id symbol name constituents { name weight asset { symbol } } } errors { ... on ValidationError { fields { path } } } } }";

    private const string Rates =
        "mutation($input: RecordExchangeRatesInput!) { recordExchangeRates(input: $input) { recorded errors { ... on ValidationError { fields { path } } } } }";

    [Fact]
    public async Task Only_analysts_and_administrators_change_what_everybody_sees()
    {
        var ada = await api.SignUpAsync();
        var asset = new { input = new { assets = new[] { new { symbol = "NEWCO", name = "New company", type = "STOCK", currency = "USD" } } } };
        var rate = new { input = new { rates = new[] { new { from = "EUR", to = "USD", date = "2024-06-04", rate = "1.5" } } } };
        var apple = (await ada.DataAsync("{ asset(symbol: \"AAPL\") { id } }")).Text("asset.id");
        var price = new { input = new { assetId = apple, prices = new[] { new { date = "2024-06-04", close = "1" } } } };

        Assert.Equal("AUTH_NOT_AUTHORIZED", await ada.CodeAsync(Upsert, asset));
        Assert.Equal("AUTH_NOT_AUTHORIZED", await ada.CodeAsync(Rates, rate));
        Assert.Equal("AUTH_NOT_AUTHORIZED", await ada.CodeAsync("mutation($input: RecordPricesInput!) { recordPrices(input: $input) { recorded } }", price));
    }

    [Fact]
    public async Task A_fund_may_hold_what_the_same_call_brings()
    {
        var root = await api.SignInAsAdministratorAsync();
        var kept = await root.DataAsync(Upsert, new
        {
            input = new
            {
                assets = new object[]
                {
                    new { symbol = "MYFUND", name = "My fund", type = "FUND", currency = "EUR", isin = "US0378331005", constituents = new[] { new { name = "Mine", symbol = "MINE", weight = 0.6 }, new { name = "Apple", symbol = "aapl", weight = 0.4 } } },
                    new { symbol = "MINE", name = "Mine", type = "STOCK", currency = "EUR" },
                },
            },
        });

        Assert.Equal(["MINE", "AAPL"], kept.Texts("upsertAssets.assets.0.constituents", "asset.symbol"));
        var changed = await root.DataAsync(Upsert, new { input = new { assets = new[] { new { symbol = "mine", name = "Renamed", type = "STOCK", currency = "EUR" } } } });
        Assert.Equal(kept.Text("upsertAssets.assets.1.id"), changed.Text("upsertAssets.assets.0.id"));
    }

    [Fact]
    public async Task Closes_from_before_a_split_are_told_in_new_units_unless_they_are_wanted_as_quoted()
    {
        var root = await api.SignInAsAdministratorAsync();
        var halved = new { symbol = "HALVED", name = "Halved", type = "STOCK", currency = "USD", splits = new[] { new { date = "2024-06-04", ratio = "2" } } };
        var kept = await root.DataAsync(
            "mutation($input: UpsertAssetsInput!) { upsertAssets(input: $input) { assets { id splits { on ratio } } } }", new { input = new { assets = new[] { halved } } });
        Assert.Equal(("2024-06-04", "2"), (kept.Text("upsertAssets.assets.0.splits.0.on"), kept.Text("upsertAssets.assets.0.splits.0.ratio")));

        var id = kept.Text("upsertAssets.assets.0.id");
        var prices = new[] { new { date = "2024-06-03", close = "100" }, new { date = "2024-06-04", close = "51" } };
        await root.DataAsync("mutation($input: RecordPricesInput!) { recordPrices(input: $input) { recorded } }", new { input = new { assetId = id, prices } });
        var asset = (await root.DataAsync(
            """
            query($id: ID!) {
              asset(id: $id) {
                now: priceHistory(from: "2024-06-03", to: "2024-06-04") { close }
                quoted: priceHistory(from: "2024-06-03", to: "2024-06-04", adjusted: false) { close }
              }
            }
            """,
            new { id })).At("asset");

        // 100 for one old unit is 100 / 2 for a new one.
        Assert.Equal(["50", "51"], asset.Texts("now", "close"));
        Assert.Equal(["100", "51"], asset.Texts("quoted", "close"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_split_is_told_by_its_path()
    {
        var root = await api.SignInAsAdministratorAsync();
        var splits = new[] { new { date = "2024-06-04", ratio = "0" }, new { date = "2024-06-04", ratio = "2" }, new { date = "2030-01-01", ratio = "20000" } };

        var refused = await root.DataAsync(
            Upsert, new { input = new { assets = new[] { new { symbol = "WRONG", name = "Wrong", type = "STOCK", currency = "USD", splits } } } });

        Assert.Equal(
            ["assets.0.splits.0.ratio", "assets.0.splits.1.date", "assets.0.splits.2.ratio", "assets.0.splits.2.date"],
            refused.At("upsertAssets.errors.0.fields").EnumerateArray().Select(field => string.Join('.', field.At("path").EnumerateArray())));
    }

    [Fact]
    public async Task Every_fault_of_every_asset_and_rate_is_told_by_its_path()
    {
        var root = await api.SignInAsAdministratorAsync();
        var assets = await root.DataAsync(Upsert, new
        {
            input = new
            {
                assets = new object[]
                {
                    new { symbol = "X1", name = "", type = "FUND", currency = "EUR", isin = "US0378331006", constituents = new[] { new { name = "A", weight = 1.5 } } },
                    new { symbol = "x1", name = "Twice", type = "STOCK", currency = "EUR" },
                },
            },
        });
        Assert.Equal(
            ["assets.0.name", "assets.0.isin", "assets.0.constituents", "assets.0.constituents.0.weight", "assets.1.symbol"],
            assets.At("upsertAssets.errors.0.fields").EnumerateArray().Select(field => string.Join('.', field.At("path").EnumerateArray())));

        var rates = await root.DataAsync(Rates, new
        {
            input = new
            {
                rates = new[]
                {
                    new { from = "GBP", to = "GBX", date = "2024-06-04", rate = "1" }, new { from = "EUR", to = "USD", date = "2126-11-02", rate = "0" },
                },
            },
        });
        Assert.Equal(
            ["rates.0.to", "rates.1.rate", "rates.1.date"],
            rates.At("recordExchangeRates.errors.0.fields").EnumerateArray().Select(field => string.Join('.', field.At("path").EnumerateArray())));
    }

    [Fact]
    public async Task A_recorded_rate_is_the_rate_of_its_day_both_ways()
    {
        var root = await api.SignInAsAdministratorAsync();
        await root.DataAsync(Rates, new { input = new { rates = new[] { new { from = "EUR", to = "USD", date = "2024-03-04", rate = "1.25" } } } });
        await root.DataAsync(Rates, new { input = new { rates = new[] { new { from = "USD", to = "EUR", date = "2024-03-04", rate = "0.4" } } } });

        var read = await root.DataAsync("{ there: exchangeRate(from: \"EUR\", to: \"USD\", on: \"2024-03-04\") back: exchangeRate(from: \"USD\", to: \"EUR\", on: \"2024-03-04\") }");

        // The second told the same pair anew: 1 / 0.4 = 2.5.
        Assert.Equal((2.5m, 0.4m), (read.Decimal("there"), read.Decimal("back")));
    }

    [Fact]
    public async Task Assets_are_filtered_sorted_and_paged()
    {
        var ada = await api.SignUpAsync();
        var first = await ada.DataAsync(
            "{ assets(first: 2, where: { or: [{ symbol: { in: [\"aapl\", \"MSFT\"] } }, { name: { startsWith: \"apple\" } }], and: [{ currency: { eq: \"usd\" } }, { type: { eq: STOCK } }] }, order: [{ symbol: DESC }]) { totalCount nodes { symbol } pageInfo { endCursor hasNextPage } } }");
        Assert.Equal(["MSFT", "AAPL"], first.Texts("assets.nodes", "symbol"));
        Assert.Equal(2, first.At("assets.totalCount").GetInt32());

        var after = await ada.DataAsync(
            "query($after: String) { assets(first: 1, after: $after, order: [{ name: ASC }]) { nodes { name } pageInfo { endCursor } } }");
        var next = await ada.DataAsync(
            "query($after: String) { assets(first: 1, after: $after, order: [{ name: ASC }]) { nodes { name } } }",
            new { after = after.Text("assets.pageInfo.endCursor") });
        Assert.True(string.CompareOrdinal(after.Text("assets.nodes.0.name"), next.Text("assets.nodes.0.name")) < 0);

        var neither = await ada.DataAsync("{ assets(where: { sector: { neq: \"TECHNOLOGY\" }, class: { in: [CRYPTO] } }) { totalCount } none: assets(where: { or: [] }) { totalCount } }");
        Assert.True(neither.At("assets.totalCount").GetInt32() > 0);
        Assert.Equal(0, neither.At("none.totalCount").GetInt32());
    }
}
