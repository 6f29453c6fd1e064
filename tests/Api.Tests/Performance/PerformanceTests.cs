using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Performance;

public sealed class PerformanceTests(TestApi api) : IClassFixture<TestApi>
{
    [Fact]
    public async Task Sales_are_matched_by_whichever_method_is_asked_for()
    {
        var ada = await api.SignUpAsync();
        var portfolio = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(
            portfolio,
            """{ type: BUY, symbol: "AAPL", tradeDate: "2023-01-03", quantity: 109, unitPrice: 28.8917431192660550458715596330 }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "2023-02-03", quantity: 52, unitPrice: 32.402307692307692307692307692 }""",
            """{ type: SELL, symbol: "AAPL", tradeDate: "2023-03-03", quantity: 15, unitPrice: 35.433333333333333333333333333 }""");

        var gains = (await ada.DataAsync(
            "query($id: ID!) { portfolio(id: $id) { fifo: realizedGains { asset { symbol } daysHeld quantity proceeds gain { amount } } average: realizedGains(method: AVERAGE, from: \"2023-03-03\", to: \"2023-03-03\") { gain { amount } } none: realizedGains(to: \"2023-03-02\") { daysHeld } } }",
            new { id = portfolio })).At("portfolio");

        // 531.50 - 15 x 3149.20 / 109 = 98.12; at the average, 531.50 - 15 x 4834.12 / 161 = 81.12.
        Assert.Equal(98.12m, Math.Round(gains.Decimal("fifo.0.gain.amount"), 2));
        Assert.Equal(81.12m, Math.Round(gains.Decimal("average.0.gain.amount"), 2));
        Assert.Equal((59, "AAPL"), (gains.At("fifo.0.daysHeld").GetInt32(), gains.Text("fifo.0.asset.symbol")));
        Assert.Equal(0, gains.At("none").GetArrayLength());
    }

    [Fact]
    public async Task A_history_of_ones_own_prices_has_the_return_and_the_parts_that_can_be_reckoned_by_hand()
    {
        var ada = await api.SignUpAsync();
        var portfolio = await ada.CreatePortfolioAsync();
        var asset = (await ada.DataAsync("mutation { createCustomAsset(input: { symbol: \"MINE\", name: \"Mine\", type: STOCK, currency: \"USD\" }) { asset { id } } }")).Text("createCustomAsset.asset.id");
        await ada.DataAsync(
            "mutation($input: RecordPricesInput!) { recordPrices(input: $input) { recorded } }",
            new { input = new { assetId = asset, prices = new[] { new { date = "2024-01-02", close = "100" }, new { date = "2024-02-01", close = "110" }, new { date = "2024-03-01", close = "99" } } } });
        await ada.RecordAsync(
            portfolio,
            """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1000 }""",
            """{ type: BUY, symbol: "MINE", tradeDate: "2024-01-02", quantity: 10, unitPrice: 100 }""",
            """{ type: DIVIDEND, symbol: "MINE", tradeDate: "2024-03-15", amount: 20, tax: 5 }""");

        var told = (await ada.DataAsync(
            """
            query($id: ID!) { portfolio(id: $id) {
              history(from: "2024-01-31", to: "2024-03-31", interval: MONTH) { date value netContributions }
              income { month dividends }
              performance(from: "2024-01-02", to: "2024-03-01") { timeWeightedReturn maxDrawdown { depth peakOn troughOn recoveredOn } valueChange { start marketGain end } }
              all: performance { valueChange { start contributions withdrawals marketGain currencyGain income fees taxes end } dataIssues { code } }
            } }
            """,
            new { id = portfolio })).At("portfolio");

        // 10 x 100, 10 x 110 at the end of February's last day, and 10 x 99 + 15.
        Assert.Equal([1_000m, 1_100m, 1_005m], Enumerable.Range(0, 3).Select(i => told.Decimal($"history.{i}.value")));
        Assert.Equal((20m, "2024-03-01"), (told.Decimal("income.0.dividends"), told.Text("income.0.month")));

        // From 1,000 to 990; the fall was from 1,100 to 990, a tenth.
        Assert.Equal(-0.01, told.At("performance.timeWeightedReturn").GetDouble(), 10);
        Assert.Equal(0.1, told.At("performance.maxDrawdown.depth").GetDouble(), 10);
        Assert.Equal("2024-03-01", told.Text("performance.maxDrawdown.troughOn"));

        // 0 + 1000 - 10 + 20 - 5 = 1005
        var change = told.At("all.valueChange");
        Assert.Equal(
            change.Decimal("end"),
            change.Decimal("start") + change.Decimal("contributions") - change.Decimal("withdrawals") + change.Decimal("marketGain")
                + change.Decimal("currencyGain") + change.Decimal("income") - change.Decimal("fees") - change.Decimal("taxes"));
        Assert.Equal((1_005m, -10m), (change.Decimal("end"), change.Decimal("marketGain")));
    }

    [Fact]
    public async Task However_many_periods_ask_the_ledger_and_the_prices_are_read_once()
    {
        var ada = await api.SignUpAsync();
        var portfolio = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(
            portfolio,
            """{ type: BUY, symbol: "AAPL", tradeDate: "2023-01-03", quantity: 10, unitPrice: 100 }""",
            """{ type: BUY, symbol: "MSFT", tradeDate: "2023-01-03", quantity: 10, unitPrice: 100 }""");

        const string query = "query($id: ID!) { portfolio(id: $id) { a: performance { volatility sharpeRatio sortinoRatio valueAtRisk } b: performance(from: \"2023-06-01\") { volatility moneyWeightedReturn } c: history { value } d: history(interval: WEEK) { value } } }";
        Assert.Equal((1, 1), await ReadingsAsync());

        // While nothing changed, the next request finds it made.
        Assert.Equal((0, 0), await ReadingsAsync());

        async Task<(int Prices, int Entries)> ReadingsAsync()
        {
            api.Statements.Reset();
            await ada.DataAsync(query, new { id = portfolio });
            return (Count("FROM \"Prices\""), Count("FROM \"Transactions\""));
        }

        int Count(string part) => api.Statements.Statements.Count(statement => statement.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_measured_against_any_asset_and_refuses_what_makes_no_period()
    {
        var ada = await api.SignUpAsync();
        var portfolio = await ada.CreatePortfolioAsync();
        var empty = await ada.DataAsync("query($id: ID!) { portfolio(id: $id) { history { value } performance { timeWeightedReturn dataIssues { code } } } }", new { id = portfolio });
        Assert.Equal(0, empty.At("portfolio.history").GetArrayLength());
        Assert.True(empty.IsNull("portfolio.performance.timeWeightedReturn"));

        await ada.RecordAsync(portfolio, """{ type: BUY, symbol: "SPY", tradeDate: "2023-01-03", quantity: 1, unitPrice: 380 }""");
        var spy = (await ada.DataAsync("{ asset(symbol: \"SPY\") { id } }")).Text("asset.id");
        const string query = "query($id: ID!, $benchmark: ID, $from: Date, $rate: Float) { portfolio(id: $id) { performance(from: $from, benchmark: $benchmark, riskFreeRate: $rate) { benchmark { asset { symbol } beta correlation } } } }";

        var measured = await ada.DataAsync(query, new { id = portfolio, benchmark = spy, from = "2023-01-04", rate = 0.03 });
        Assert.Equal("SPY", measured.Text("portfolio.performance.benchmark.asset.symbol"));
        // It holds nothing but its benchmark.
        Assert.Equal(1, measured.At("portfolio.performance.benchmark.correlation").GetDouble(), 6);

        Assert.Equal("NOT_FOUND", await ada.CodeAsync(query, new { id = portfolio, benchmark = portfolio, from = "2023-01-04", rate = 0 }));
        Assert.Equal("VALIDATION", await ada.CodeAsync(query, new { id = portfolio, from = "2033-01-04", rate = 0 }));
        Assert.Equal("VALIDATION", await ada.CodeAsync(query, new { id = portfolio, rate = -1 }));
    }
}
