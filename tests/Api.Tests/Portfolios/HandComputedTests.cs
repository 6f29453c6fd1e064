using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Portfolios;

/// <summary>Cases that other trackers are tested with, each worked out by hand, asked for as a client would.</summary>
public sealed class HandComputedTests(TestApi api) : IClassFixture<TestApi>
{
    [Fact]
    public async Task Bought_once_and_sold_in_two_parts_with_fees()
    {
        var ada = await WithAssetAsync("CHF", "BALN", ("2021-11-22", 142.9m), ("2021-11-30", 136.6m));

        var figures = await FiguresAsync(
            ada,
            "CHF",
            "2021-12-18",
            """{ type: BUY, symbol: "BALN", tradeDate: "2021-11-22", quantity: 2, unitPrice: "142.9", fee: "1.55" }""",
            """{ type: SELL, symbol: "BALN", tradeDate: "2021-11-30", quantity: 1, unitPrice: "136.6", fee: "1.65" }""",
            """{ type: SELL, symbol: "BALN", tradeDate: "2021-11-30", quantity: 1, unitPrice: "136.6" }""");

        // Cost 2 x 142.90 + 1.55 = 287.35, proceeds 2 x 136.60 - 1.65 = 271.55; -15.80 / 287.35.
        Assert.Equal(-15.80m, figures.Decimal("valuation.realizedGain.amount"));
        Assert.Equal(3.20m, figures.Decimal("valuation.fees"));
        Assert.Equal(-15.80 / 287.35, figures.At("performance.timeWeightedReturn").GetDouble(), 1e-12);
        Assert.Equal((0m, -12.60m, 3.20m, -15.80m), Change(figures));
    }

    [Fact]
    public async Task Half_of_what_was_bought_is_sold()
    {
        var ada = await WithAssetAsync("CHF", "NOVN", ("2022-03-07", 75.8m), ("2022-04-08", 85.73m));

        var figures = await FiguresAsync(
            ada,
            "CHF",
            "2022-04-11",
            """{ type: BUY, symbol: "NOVN", tradeDate: "2022-03-07", quantity: 2, unitPrice: "75.80", fee: "1.30" }""",
            """{ type: SELL, symbol: "NOVN", tradeDate: "2022-04-08", quantity: 1, unitPrice: "85.73", fee: "2.95" }""");

        // A unit cost 75.80 + 0.65 = 76.45. Sold for 85.73 - 2.95 = 82.78, and one is left at 85.73.
        Assert.Equal((6.33m, 9.28m), (figures.Decimal("valuation.realizedGain.amount"), figures.Decimal("valuation.unrealizedGain.amount")));
    }

    [Fact]
    public async Task Microsoft_s_dated_cash_flows_give_their_rate_through_purchases_and_sales()
    {
        var ada = await WithAssetAsync(
            "USD", "FUND", ("2008-01-01", 100m), ("2008-03-01", 110m), ("2008-10-30", 170m), ("2009-02-15", 130m), ("2009-04-01", 110m));
        List<string> entries =
        [
            """{ type: DEPOSIT, tradeDate: "2008-01-01", amount: 10000 }""",
            """{ type: BUY, symbol: "FUND", tradeDate: "2008-01-01", quantity: 100, unitPrice: 100 }""",
        ];
        foreach (var (day, price) in new[] { ("2008-03-01", 110), ("2008-10-30", 170), ("2009-02-15", 130), ("2009-04-01", 110) })
        {
            // 25 units bring 2750, 4250, 3250 and 2750, which are taken out.
            entries.Add($$"""{ type: SELL, symbol: "FUND", tradeDate: "{{day}}", quantity: 25, unitPrice: {{price}} }""");
            entries.Add($$"""{ type: WITHDRAWAL, tradeDate: "{{day}}", amount: {{25 * price}} }""");
        }

        var figures = await FiguresAsync(ada, "USD", "2009-04-01", [.. entries]);

        Assert.Equal(0.373362535, figures.At("performance.moneyWeightedReturn").GetDouble(), 1e-8);

        // 100 -> 110; the peak of 170 lasts until the next known price, 110 is the lowest after it.
        Assert.Equal(0.10, figures.At("performance.timeWeightedReturn").GetDouble(), 1e-12);
        Assert.Equal(60.0 / 170, figures.At("performance.maxDrawdown.depth").GetDouble(), 1e-12);
        Assert.Equal(("2009-02-14", "2009-04-01"), (figures.Text("performance.maxDrawdown.peakOn"), figures.Text("performance.maxDrawdown.troughOn")));
        Assert.True(figures.IsNull("performance.maxDrawdown.recoveredOn"));
    }

    [Fact]
    public async Task Three_for_one_neither_gains_nor_loses_on_its_day()
    {
        var ada = await WithAssetAsync("USD", "SPLIT", ("2024-01-02", 90m), ("2024-02-01", 30m), ("2024-02-02", 31m));

        var figures = await FiguresAsync(
            ada,
            "USD",
            "2024-02-02",
            """{ type: BUY, symbol: "SPLIT", tradeDate: "2024-01-02", quantity: 1, unitPrice: 90 }""",
            """{ type: SPLIT, symbol: "SPLIT", tradeDate: "2024-02-01", ratio: 3 }""");

        // 3 x 31 = 93 for 90.
        Assert.Equal(3.0 / 90, figures.At("performance.timeWeightedReturn").GetDouble(), 1e-12);
        Assert.True(figures.IsNull("performance.maxDrawdown"));
    }

    [Fact]
    public async Task What_was_priced_long_before_it_was_bought_is_worth_that_price_in_its_history_too()
    {
        var ada = await WithAssetAsync("USD", "HOUSE", ("2021-05-03", 110m));

        var figures = await FiguresAsync(
            ada, "USD", "2024-06-03", """{ type: BUY, symbol: "HOUSE", tradeDate: "2024-01-02", quantity: 1, unitPrice: 100 }""");

        // Worth 110, paid 100: the same on the day and over time.
        Assert.Equal(10m, figures.Decimal("valuation.totalValue"));
        Assert.Equal((0m, 10m, 0m, 10m), Change(figures));
    }

    [Fact]
    public async Task A_doubt_about_a_period_is_told_for_days_of_that_period()
    {
        var ada = await WithAssetAsync("USD", "QUIET", ("2024-01-02", 100m));

        var figures = await FiguresAsync(
            ada, "USD", "2024-02-01", """{ type: BUY, symbol: "QUIET", tradeDate: "2024-01-02", quantity: 1, unitPrice: 100 }""");

        // A week after the last price it is stale, and the period ends on 1 February.
        var stale = figures.At("performance.dataIssues").EnumerateArray().Single(issue => issue.Text("code") == "PRICE_STALE");
        Assert.Equal(("2024-01-10", "2024-02-01"), (stale.Text("from"), stale.Text("to")));
    }

    [Fact]
    public async Task More_units_than_can_be_counted_are_refused_by_the_path_that_would_make_them()
    {
        var ada = await WithAssetAsync("USD", "MANY");
        var portfolio = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(portfolio, """{ type: BUY, symbol: "MANY", tradeDate: "2024-01-02", quantity: "999999999999999", unitPrice: "0.01" }""");

        var refused = await ada.TryRecordAsync(
            portfolio, """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1 }""", """{ type: SPLIT, symbol: "MANY", tradeDate: "2024-02-01", ratio: 2 }""");

        Assert.Equal(["transactions", "1", "ratio"], refused.At("recordTransactions.errors.0.fields.0.path").EnumerateArray().Select(part => part.GetString()));
    }

    [Fact]
    public async Task A_cell_too_many_is_told_rather_than_lost()
    {
        var ada = await api.SignUpAsync();

        // 1,5 for 1.5 moves everything to the right.
        var answer = await ada.DataAsync(
            """
            mutation($input: ImportTransactionsInput!) {
              importTransactions(input: $input) { errors { ... on ImportError { rows { line message } } } }
            }
            """,
            new { input = new { portfolioId = await ada.CreatePortfolioAsync(), text = "date,type,amount\n2024-01-02,DEPOSIT,1,5\n" } });

        Assert.Equal("The row has more cells than the header.", answer.Text("importTransactions.errors.0.rows.0.message"));
    }

    private static (decimal Contributions, decimal MarketGain, decimal Fees, decimal End) Change(JsonElement figures)
    {
        var change = figures.At("performance.valueChange");
        return (change.Decimal("contributions"), change.Decimal("marketGain"), change.Decimal("fees"), change.Decimal("end"));
    }

    private static async Task<JsonElement> FiguresAsync(TestClient client, string currency, string to, params string[] entries)
    {
        var portfolio = await client.CreatePortfolioAsync(currency);
        await client.RecordAsync(portfolio, entries);
        return (await client.DataAsync(
            """
            query($id: ID!, $to: Date!) {
              portfolio(id: $id) {
                valuation(asOf: $to) { totalValue fees realizedGain { amount } unrealizedGain { amount } }
                performance(to: $to) {
                  timeWeightedReturn moneyWeightedReturn maxDrawdown { depth peakOn troughOn recoveredOn }
                  valueChange { contributions marketGain fees end } dataIssues { code from to }
                }
              }
            }
            """,
            new { id = portfolio, to })).At("portfolio");
    }

    private async Task<TestClient> WithAssetAsync(string currency, string symbol, params (string Date, decimal Close)[] closes)
    {
        var client = await api.SignUpAsync(currency: currency);
        var asset = (await client.DataAsync(
            "mutation($input: CreateCustomAssetInput!) { createCustomAsset(input: $input) { asset { id } } }",
            new { input = new { symbol, name = symbol, type = "OTHER", currency } })).Text("createCustomAsset.asset.id");
        if (closes.Length == 0) return client;

        var priced = await client.DataAsync(
            "mutation($input: RecordPricesInput!) { recordPrices(input: $input) { recorded } }",
            new { input = new { assetId = asset, prices = closes.Select(close => new { date = close.Date, close = close.Close }) } });
        Assert.Equal(closes.Length, priced.At("recordPrices.recorded").GetInt32());
        return client;
    }
}
