using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Market;

public sealed class CustomAssetTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Create =
        "mutation($input: CreateCustomAssetInput!) { createCustomAsset(input: $input) { asset { id symbol custom class quote { price } } errors { ... on ValidationError { fields { path } } } } }";

    private const string Price =
        "mutation($input: RecordPricesInput!) { recordPrices(input: $input) { recorded asset { quote { price freshness source } priceHistory { date close } } errors { __typename ... on ValidationError { fields { path } } } } }";

    [Fact]
    public async Task It_counts_at_cost_until_it_has_a_price_and_by_that_price_from_then_on()
    {
        var ada = await api.SignUpAsync();
        var flat = await CreateAsync(ada, "FLAT");
        var portfolio = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(portfolio, """{ type: BUY, symbol: "FLAT", tradeDate: "2024-01-05", quantity: 2, unitPrice: 100000, fee: 500 }""");

        var atCost = await ValuationAsync(ada, portfolio);
        // 2 x 100,000 + 500
        Assert.Equal(200_500m, atCost.Decimal("marketValue"));
        Assert.Equal("PRICE_MISSING", atCost.Text("dataIssues.0.code"));

        var priced = await ada.DataAsync(Price, new { input = new { assetId = flat, prices = new[] { new { date = "2024-06-04", close = "110000" }, new { date = "2024-06-03", close = "1" } } } });
        Assert.Equal(2, priced.At("recordPrices.recorded").GetInt32());
        Assert.Equal("MANUAL", priced.Text("recordPrices.asset.quote.freshness"));
        Assert.Equal(["2024-06-03", "2024-06-04"], priced.Texts("recordPrices.asset.priceHistory", "date"));

        var atPrice = await ValuationAsync(ada, portfolio);
        // 2 x 110,000, and 220,000 - 200,500
        Assert.Equal(220_000m, atPrice.Decimal("marketValue"));
        Assert.Equal(19_500m, atPrice.Decimal("unrealizedGain.amount"));
        Assert.Equal(0, atPrice.At("dataIssues").EnumerateArray().Count(issue => issue.Text("code") == "PRICE_MISSING"));

        // A price already there is replaced: 2 x 120,000.
        await ada.DataAsync(Price, new { input = new { assetId = flat, prices = new[] { new { date = "2024-06-04", close = "120000" } } } });
        Assert.Equal(240_000m, (await ValuationAsync(ada, portfolio)).Decimal("marketValue"));
    }

    [Fact]
    public async Task Nobody_else_sees_it_through_any_door()
    {
        var ada = await api.SignUpAsync();
        var flat = await CreateAsync(ada, "VILLA");
        var eve = await api.SignUpAsync("eve");

        var seen = await eve.DataAsync(
            "query($id: ID!) { node(id: $id) { id } asset(id: $id) { id } bySymbol: asset(symbol: \"VILLA\") { id } searchAssets(term: \"VILLA\") { id } assets(where: { symbol: { eq: \"VILLA\" } }) { totalCount } quotes(symbols: [\"VILLA\"]) { price } }",
            new { id = flat });

        Assert.True(seen.IsNull("node") && seen.IsNull("asset") && seen.IsNull("bySymbol") && seen.IsNull("quotes.0"), seen.ToString());
        Assert.Equal((0, 0), (seen.At("searchAssets").GetArrayLength(), seen.At("assets.totalCount").GetInt32()));

        var refused = await eve.DataAsync(Price, new { input = new { assetId = flat, prices = new[] { new { date = "2024-06-04", close = "1" } } } });
        Assert.Equal("NotFoundError", refused.Text("recordPrices.errors.0.__typename"));
        Assert.Equal(1, (await ada.DataAsync("{ assets(where: { symbol: { eq: \"villa\" } }) { totalCount } }")).At("assets.totalCount").GetInt32());
    }

    [Fact]
    public async Task Every_fault_is_told_by_its_path()
    {
        var ada = await api.SignUpAsync();
        var bad = await ada.DataAsync(Create, new { input = new { symbol = "a b", name = " ", type = "OTHER", currency = "USD", country = "usa" } });
        Assert.Equal(["symbol", "name", "country"], bad.Texts("createCustomAsset.errors.0.fields", "path.0"));

        var boat = await CreateAsync(ada, "BOAT");
        var again = await ada.DataAsync(Create, new { input = new { symbol = "boat", name = "Another", type = "OTHER", currency = "USD" } });
        Assert.Equal(["symbol"], again.Texts("createCustomAsset.errors.0.fields", "path.0"));

        var prices = await ada.DataAsync(Price, new
        {
            input = new
            {
                assetId = boat,
                prices = new[]
                {
                    new { date = "2024-06-04", close = "0" }, new { date = "1899-12-31", close = "1" }, new { date = "2024-06-04", close = "-1" },
                },
            },
        });
        Assert.Equal(
            ["prices.0.close", "prices.1.date", "prices.2.close", "prices.2.date"],
            prices.At("recordPrices.errors.0.fields").EnumerateArray().Select(field => string.Join('.', field.At("path").EnumerateArray())));
    }

    private static async Task<string> CreateAsync(TestClient client, string symbol) => (await client.DataAsync(
        Create, new { input = new { symbol, name = "Something of one's own", type = "REAL_ESTATE", currency = "USD" } })).Text("createCustomAsset.asset.id")!;

    private static async Task<JsonElement> ValuationAsync(TestClient client, string portfolio) => (await client.DataAsync(
        "query($id: ID!) { portfolio(id: $id) { valuation { marketValue unrealizedGain { amount } dataIssues { code } } } }", new { id = portfolio }))
        .At("portfolio.valuation");
}
