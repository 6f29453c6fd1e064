using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Portfolios;

/// <summary>What a portfolio's page costs: one query that asks for all of it.</summary>
public sealed class PortfolioPageTests(FixedMarketApi api) : IClassFixture<FixedMarketApi>
{
    private const string Page = """
        query($id: ID!) {
          portfolio(id: $id) {
            name access
            valuation { totalValue unrealizedGain { amount } dataIssues { code asset { symbol } } }
            holdings(first: 500) { totalCount nodes { asset { symbol quote { price asset { name } } } value { amount } weight lots { id } } }
            sectors: allocation(by: SECTOR) { key weight }
            countries: allocation(by: COUNTRY) { key weight }
            diversification { score components { name score } herfindahlIndex effectiveHoldings }
          }
        }
        """;

    [Fact]
    public async Task Five_holdings_and_fifty_take_the_same_statements_and_five_at_most()
    {
        var ada = await api.SignUpAsync();
        await ReadRatesAsync();
        var (small, large) = (await WithHoldingsAsync(ada, 5), await WithHoldingsAsync(ada, 50));

        var few = await StatementsOfPageAsync(ada, small, 5);
        var many = await StatementsOfPageAsync(ada, large, 50);

        Assert.True(many.Count <= 5, string.Join("\n\n", many));
        Assert.Equal(few.Count, many.Count);
    }

    [Fact]
    public async Task All_quotes_of_a_page_come_in_one_call()
    {
        var ada = await api.SignUpAsync();
        var id = await WithHoldingsAsync(ada, 50);

        // What was quoted within the last second would be taken from memory.
        api.Clock.Advance(TimeSpan.FromSeconds(2));
        api.Market.QuoteCalls.Clear();
        await ada.DataAsync(Page, new { id });

        Assert.Equal([50], api.Market.QuoteCalls);
    }

    [Fact]
    public async Task However_many_fields_ask_there_is_one_valuation()
    {
        var ada = await api.SignUpAsync();
        var id = await WithHoldingsAsync(ada, 5);
        var aliases = Enumerable.Range(0, 10).Select(i => FormattableString.Invariant($$"""
            v{{i}}: valuation { totalValue } d{{i}}: diversification { score } a{{i}}: allocation(by: SECTOR) { weight } h{{i}}: holdings { totalCount } c{{i}}: cash { amount }
            """));

        var before = api.Valuations;
        await ada.DataAsync($$"""query($id: ID!) { portfolio(id: $id) { {{string.Join(' ', aliases)}} } }""", new { id });

        Assert.Equal(1, api.Valuations - before);
    }

    [Fact]
    public async Task However_many_periods_ask_there_is_one_history_beside_the_valuation()
    {
        var ada = await api.SignUpAsync();
        var id = await WithHoldingsAsync(ada, 5);

        var before = api.Valuations;
        await ada.DataAsync(
            """
            query($id: ID!) { portfolio(id: $id) {
              a: valuation { totalValue } b: valuation { income }
              c: performance { volatility } d: performance(from: "2024-02-01") { timeWeightedReturn } e: performance(from: "2024-03-01", to: "2024-04-01") { moneyWeightedReturn valueChange { end } }
              f: history { value } g: history(from: "2024-02-01", interval: MONTH) { value }
            } }
            """,
            new { id });

        Assert.Equal(2, api.Valuations - before);
    }

    [Fact]
    public async Task All_figures_over_any_spans_take_the_same_statements_for_five_holdings_and_for_fifty()
    {
        const string all = """
            query($id: ID!) { portfolio(id: $id) {
              holdings(first: 500) { totalCount }
              valuation { totalValue } a: performance { volatility } b: performance(from: "2024-02-01") { timeWeightedReturn }
              c: history { value } d: history(from: "2024-02-01") { value }
              e: income { month } f: income(from: "2024-02-01") { month }
              g: realizedGains { quantity } h: realizedGains(from: "2024-02-01", method: HIFO) { quantity }
            } }
            """;
        var ada = await api.SignUpAsync();
        await ReadRatesAsync();
        var (small, large) = (await WithHoldingsAsync(ada, 5), await WithHoldingsAsync(ada, 50));

        var few = await StatementsOfPageAsync(ada, small, 5, all);
        var many = await StatementsOfPageAsync(ada, large, 50, all);

        Assert.Equal(few.Count, many.Count);
        Assert.Single(many, statement => statement.Contains("FROM \"Transactions\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_of_portfolios_takes_no_more_statements_for_more_of_them()
    {
        const string List = "{ portfolios { nodes { name owner { displayName } valuation { totalValue } } } }";
        var (ada, bob) = (await api.SignUpAsync(), await api.SignUpAsync("bob"));
        for (var i = 0; i < 2; i++) await WithHoldingsAsync(ada, 2);
        for (var i = 0; i < 8; i++) await WithHoldingsAsync(bob, 2);

        await ReadRatesAsync();
        api.Statements.Reset();
        await ada.DataAsync(List);
        var few = api.Statements.Statements;
        api.Statements.Reset();
        var eight = await bob.DataAsync(List);

        Assert.Equal(8, eight.At("portfolios.nodes").GetArrayLength());
        Assert.True(few.Count == api.Statements.Count, string.Join("\n\n", [.. few, "and", .. api.Statements.Statements]));
    }

    // The book of rates is read once a day, by whoever comes first.
    private async Task ReadRatesAsync() => await api.Nobody.DataAsync("""{ exchangeRate(from: "EUR", to: "USD") }""");

    private async Task<string> WithHoldingsAsync(TestClient client, int count)
    {
        var id = await client.CreatePortfolioAsync();
        await client.RecordAsync(id, [.. api.Market.Stocks.Prepend("SPY").Take(count).Select(symbol =>
            $$"""{ type: BUY, symbol: "{{symbol}}", tradeDate: "2024-01-02", quantity: 1, unitPrice: 90 }""")]);
        return id;
    }

    private async Task<IReadOnlyList<string>> StatementsOfPageAsync(TestClient client, string id, int holdings, string query = Page)
    {
        api.Statements.Reset();
        var page = await client.DataAsync(query, new { id });
        Assert.Equal(holdings, page.At("portfolio.holdings.totalCount").GetInt32());
        return api.Statements.Statements;
    }
}
