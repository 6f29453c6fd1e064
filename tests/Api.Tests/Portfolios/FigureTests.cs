using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Portfolios;

/// <summary>
/// A portfolio in dollars of AAPL and IBM, a fund in euros and cash in both; every figure redone by hand. Now AAPL is at 130 (128
/// before), IBM at 190 (192), VWCE.DE at 110 euros (109), and a euro is 1.20 dollars; it was 1.10 until June.
/// </summary>
public sealed class FigureTests(FixedMarketApi api) : IClassFixture<FixedMarketApi>
{
    [Fact]
    public async Task The_valuation_adds_up()
    {
        var value = (await AskAsync("""
            valuation {
              asOf currency totalValue marketValue cash costBasis netContributions income fees taxes
              unrealizedGain { amount ratio } currencyGain { amount } realizedGain { amount } dayChange { amount } dataIssues { code }
            }
            """)).At("valuation");

        // 6 AAPL at 130 = 780; 5 IBM at 190 = 950; 4 VWCE.DE at 110 euros at 1.20 = 528.
        Assert.Equal(780m + 950m + 528m, value.Decimal("marketValue"));

        // Dollars: 10000 - (10 x 100 + 1) - 5 x 200 + (4 x 120 - 1) + 8.30 = 8486.30; euros: 500 - 4 x 100 = 100, at 1.20 = 120.
        Assert.Equal(8_486.30m + 120m, value.Decimal("cash"));
        Assert.Equal(10_864.30m, value.Decimal("totalValue"));

        // 6/10 of 1001 = 600.60; 1000; 400 euros at 1.10, the rate of the day on which they were spent = 440.
        Assert.Equal(600.60m + 1_000m + 440m, value.Decimal("costBasis"));

        // 2258 - 2040.60 = 217.40, of that by currency 400 euros x (1.20 - 1.10) = 40; 217.40 / 2040.60 of the cost.
        Assert.Equal((217.40m, 40m), (value.Decimal("unrealizedGain.amount"), value.Decimal("currencyGain.amount")));
        Assert.Equal(217.40 / 2040.60, value.At("unrealizedGain.ratio").GetDouble(), 12);

        // 4 x 120 - 1 = 479 for what had cost 4/10 of 1001 = 400.40.
        Assert.Equal(78.60m, value.Decimal("realizedGain.amount"));

        // 10000 + 500 euros at 1.10.
        Assert.Equal(10_550m, value.Decimal("netContributions"));
        Assert.Equal((8.30m, 2m, 0m), (value.Decimal("income"), value.Decimal("fees"), value.Decimal("taxes")));

        // 6 x 2 - 5 x 2 + 4 x 1 euro at 1.20.
        Assert.Equal(6.80m, value.Decimal("dayChange.amount"));

        Assert.Equal("USD", value.Text("currency"));
        // The last known rate is of 1 June, and a rate older than a week is told to be so.
        Assert.Equal(["RATE_STALE"], value.Texts("dataIssues", "code"));
    }

    [Fact]
    public async Task Holdings_come_largest_first_with_their_shares_of_all_that_is_owned()
    {
        var nodes = (await AskAsync("""
            holdings { nodes { asset { symbol } quantity averageCost price weight value { amount currency } costBasis { amount } lots { quantity unitCost costBasis } } }
            """)).At("holdings.nodes");

        Assert.Equal(["IBM", "AAPL", "VWCE.DE"], nodes.EnumerateArray().Select(node => node.Text("asset.symbol")));
        Assert.Equal(950 / 10_864.30, nodes.At("0.weight").GetDouble(), 12);

        // 1001 / 10.
        Assert.Equal((6m, 100.10m, 130m, 780m), (
            nodes.Decimal("1.quantity"), nodes.Decimal("1.averageCost"), nodes.Decimal("1.price"), nodes.Decimal("1.value.amount")));
        Assert.Equal((6m, 100.10m, 600.60m), (
            nodes.Decimal("1.lots.0.quantity"), nodes.Decimal("1.lots.0.unitCost"), nodes.Decimal("1.lots.0.costBasis")));
    }

    [Fact]
    public async Task Another_currency_is_reckoned_at_the_rate_of_the_valuation()
    {
        var holdings = (await AskAsync("""
            holdings(order: [{ symbol: ASC }]) { nodes { value(currency: "EUR") { amount currency } costBasis(currency: "EUR") { amount } } }
            """)).At("holdings.nodes");

        // 780 / 1.20 and 600.60 / 1.20; the fund is in euros already, 4 x 110 and 4 x 100.
        Assert.Equal(("EUR", 650m, 500.50m), (
            holdings.Text("0.value.currency"), Rounded(holdings.Decimal("0.value.amount")), Rounded(holdings.Decimal("0.costBasis.amount"))));
        Assert.Equal((440m, 400m), (holdings.Decimal("2.value.amount"), holdings.Decimal("2.costBasis.amount")));

        var answer = await AnswerAsync("holdings { nodes { value(currency: \"JPY\") { amount } } }");
        Assert.Equal("RATE_MISSING", answer.Code());
    }

    [Fact]
    public async Task A_past_day_is_valued_by_its_closes_its_rates_and_what_was_held_then()
    {
        var then = await AskAsync("""
            valuation(asOf: "2024-01-31") { totalValue marketValue cash realizedGain { amount } }
            holdings(asOf: "2024-01-31", order: [{ symbol: ASC }]) { nodes { quantity price value { amount } } }
            cash(asOf: "2024-01-31") { amount currency }
            """);

        // 10 AAPL at 110 = 1100; 5 IBM at 195 = 975; 4 VWCE.DE at 105 euros at 1.10 = 462.
        Assert.Equal(1_100m + 975m + 462m, then.Decimal("valuation.marketValue"));

        // 10000 - 1001 - 1000 = 7999 dollars, 500 - 400 = 100 euros at 1.10 = 110.
        Assert.Equal(7_999m + 110m, then.Decimal("valuation.cash"));
        Assert.Equal(0, then.Decimal("valuation.realizedGain.amount"));
        Assert.Equal((10m, 110m, 1_100m), (
            then.Decimal("holdings.nodes.0.quantity"), then.Decimal("holdings.nodes.0.price"), then.Decimal("holdings.nodes.0.value.amount")));
        Assert.Equal([("EUR", 100m), ("USD", 7_999m)], then.At("cash").EnumerateArray()
            .Select(cash => (cash.Text("currency"), cash.Decimal("amount"))).Order());

        var before = await AskAsync("""valuation(asOf: "2023-12-31") { totalValue } holdings(asOf: "2023-12-31") { totalCount }""");
        Assert.Equal((0m, 0), (before.Decimal("valuation.totalValue"), before.At("holdings.totalCount").GetInt32()));
    }

    [Fact]
    public async Task Allocations_add_up_to_all_that_is_owned()
    {
        var found = await AskAsync("""
            currencies: allocation(by: CURRENCY, lookThrough: false) { key value weight }
            classes: allocation(by: CLASS, lookThrough: false) { key value weight }
            assets: allocation(by: ASSET, lookThrough: false) { key label value }
            """);

        // Dollars: 780 + 950 + 8486.30; euros: 528 + 120.
        Assert.Equal([("USD", 10_216.30m), ("EUR", 648m)], Slices(found.At("currencies")));
        Assert.Equal([("CASH", 8_606.30m), ("EQUITY", 2_258m)], Slices(found.At("classes")));
        Assert.Equal(5, found.At("assets").GetArrayLength());
        Assert.Equal(1, found.At("currencies").EnumerateArray().Sum(slice => slice.At("weight").GetDouble()), 12);
    }

    [Fact]
    public async Task The_diversification_score_is_the_sum_of_its_contributions()
    {
        var found = (await AskAsync("""
            diversification(lookThrough: false) {
              score scoreLow scoreHigh methodVersion holdings herfindahlIndex effectiveHoldings diversificationRatio
              components { name coverage score weight contribution explanation }
            }
            """)).At("diversification");

        // (780² + 950² + 528²) / 2258² = 1789684 / 5098564.
        Assert.Equal(1_789_684d / 5_098_564, found.At("herfindahlIndex").GetDouble(), 12);
        Assert.Equal(5_098_564d / 1_789_684, found.At("effectiveHoldings").GetDouble(), 9);
        Assert.Equal(("div-1", 3), (found.Text("methodVersion"), found.At("holdings").GetInt32()));

        var score = found.At("score").GetDouble();
        Assert.InRange(score, found.At("scoreLow").GetDouble(), found.At("scoreHigh").GetDouble());
        Assert.Equal(score, found.At("components").EnumerateArray().Sum(part => part.At("contribution").GetDouble()), 9);

        // There is no history on this market, so nothing is known of risk.
        Assert.Equal(JsonValueKind.Null, found.At("diversificationRatio").ValueKind);
    }

    private static decimal Rounded(decimal number) => decimal.Round(number, 10);

    private static IEnumerable<(string?, decimal)> Slices(JsonElement slices) =>
        slices.EnumerateArray().Select(slice => (slice.Text("key"), slice.Decimal("value")));

    private async Task<JsonElement> AskAsync(string fields)
    {
        var answer = await AnswerAsync(fields);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.At("data.portfolio");
    }

    private async Task<JsonElement> AnswerAsync(string fields)
    {
        var ada = await api.SignUpAsync();
        var id = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(
            id,
            """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 10000 }""",
            """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 500, currency: "EUR" }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 10, unitPrice: 100, fee: 1 }""",
            """{ type: BUY, symbol: "IBM", tradeDate: "2024-01-03", quantity: 5, unitPrice: 200 }""",
            """{ type: BUY, symbol: "VWCE.DE", tradeDate: "2024-01-03", quantity: 4, unitPrice: 100 }""",
            """{ type: SELL, symbol: "AAPL", tradeDate: "2024-02-01", quantity: 4, unitPrice: 120, fee: 1 }""",
            """{ type: DIVIDEND, symbol: "IBM", tradeDate: "2024-03-01", amount: 8.30 }""");
        return await ada.AskAsync($$"""query($id: ID!) { portfolio(id: $id) { {{fields}} } }""", new { id });
    }
}
