using System.Net;
using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Requests;

/// <summary>What cannot be done is told with a code, and nothing is changed by it.</summary>
public sealed class BadInputTests(TestApi api) : IClassFixture<TestApi>
{
    [Theory]
    [InlineData("HC0014", "{ me {")]
    [InlineData("HC0014", "nonsense")]
    [InlineData("HC0017", "{ me { nonsense } }")]
    [InlineData("HC0017", "{ nonsense }")]
    [InlineData("HC0017", "{ me }")]
    [InlineData("HC0017", "{ asset(symbol: 1) { name } }")]
    [InlineData("HC0017", """{ asset(colour: "red") { name } }""")]
    [InlineData("HC0017", "{ searchAssets { name } }")]
    [InlineData("HC0017", """{ searchAssets(term: "a", first: "b") { name } }""")]
    [InlineData("HC0017", """{ exchangeRate(from: "XXXX", to: "USD") }""")]
    [InlineData("HC0017", """{ exchangeRate(from: "USD", to: "EUR", on: "2024-02-30") }""")]
    [InlineData("HC0017", """mutation { signUp(input: { email: 1, password: "x", displayName: "x" }) { errors { __typename } } }""")]
    [InlineData("HC0017", """mutation { signUp(input: { email: "x" }) { errors { __typename } } }""")]
    [InlineData("HC0017", """mutation { signIn(input: { email: "x", password: "y", role: ADMIN }) { errors { __typename } } }""")]
    [InlineData("HC0017", "mutation { refreshTokens(input: { refreshToken: null }) { errors { __typename } } }")]
    [InlineData("HC0017", """mutation { createPortfolio(input: { name: "x", costBasisMethod: LUCK }) { portfolio { id } } }""")]
    [InlineData("HC0017", """mutation { importTransactions(input: { portfolioId: "x", dryRun: 1 }) { result { rows } } }""")]
    [InlineData("HC0017", "subscription { priceChanged(symbols: AAPL) { price } }")]
    [InlineData("HC0017", "{ me { ...A } } fragment A on User { ...A }")]
    [InlineData("HC0015", "query A { me { id } } query B { me { id } }")]
    public async Task A_document_that_is_wrong_is_told_why(string code, string query) => Assert.Equal(code, await api.Nobody.CodeAsync(query));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "id": null }""")]
    [InlineData("""{ "id": { "a": 1 } }""")]
    [InlineData("""{ "id": [] }""")]
    [InlineData("""{ "id": true }""")]
    public async Task A_variable_that_is_missing_or_of_another_type_is_told(string variables)
    {
        var ada = await api.SignUpAsync();

        Assert.Equal("HC0016", await ada.CodeAsync("query($id: ID!) { portfolio(id: $id) { name } }", JsonElement.Parse(variables)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("""[{ "type": "LEND", "tradeDate": "2024-01-02" }]""")]
    [InlineData("""[{ "type": "BUY" }]""")]
    [InlineData("""[{ "type": "BUY", "tradeDate": "02.01.2024" }]""")]
    [InlineData("""[{ "type": "BUY", "tradeDate": "2024-01-02", "quantity": "many" }]""")]
    [InlineData("""[{ "type": "BUY", "tradeDate": "2024-01-02", "quantity": "12345678901234567890123456789.5" }]""")]
    [InlineData("""[{ "type": "BUY", "tradeDate": "2024-01-02", "quantity": 123456789012345678901234567890 }]""")]
    [InlineData("""[{ "type": "BUY", "tradeDate": "2024-01-02", "quantity": 1e400 }]""")]
    [InlineData("""[{ "type": "BUY", "tradeDate": "2024-01-02", "currency": "DOLLARS" }]""")]
    [InlineData("""[{ "type": "BUY", "tradeDate": "2024-01-02", "color": "red" }]""")]
    public async Task A_transaction_that_cannot_be_read_is_told_by_its_variable(string transactions)
    {
        var ada = await api.SignUpAsync();
        var id = await ada.CreatePortfolioAsync();

        var answer = await ada.AskAsync(
            "mutation($input: RecordTransactionsInput!) { recordTransactions(input: $input) { errors { ... on Error { code } } } }",
            new { input = new { portfolioId = id, transactions = JsonElement.Parse(transactions) } });

        Assert.Equal("HC0016", answer.Code());
        await AssertEmptyAsync(ada, id);
    }

    [Fact]
    public async Task Every_rule_that_a_transaction_breaks_is_told_by_path_and_none_of_them_is_recorded()
    {
        var ada = await api.SignUpAsync();
        var id = await ada.CreatePortfolioAsync();

        var payload = (await ada.TryRecordAsync(
            id,
            """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 100 }""",
            """{ type: BUY, symbol: "NO-SUCH", tradeDate: "2024-01-02", quantity: 1, unitPrice: 1 }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "1899-12-31", quantity: 1, unitPrice: 1 }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "2524-01-02", quantity: 1, unitPrice: 1 }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-02", quantity: 0, unitPrice: -1 }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-02", quantity: "9999999999999999999999999999", unitPrice: 1 }""",
            """{ type: WITHDRAWAL, tradeDate: "2024-01-02", amount: -5 }""",
            """{ type: SPLIT, symbol: "AAPL", tradeDate: "2024-01-02", ratio: 0 }""",
            """{ type: SELL, symbol: "AAPL", tradeDate: "2024-01-02" }""")).At("recordTransactions");

        Assert.Equal("VALIDATION", payload.Text("errors.0.code"));
        var told = payload.At("errors.0.fields").EnumerateArray()
            .Select(field => string.Join('.', field.At("path").EnumerateArray().Select(step => step.GetString())));
        Assert.Equal(
            [
                "transactions.1.symbol", "transactions.2.tradeDate", "transactions.3.tradeDate", "transactions.4.quantity", "transactions.4.unitPrice",
                "transactions.5.quantity", "transactions.5.unitPrice", "transactions.6.amount", "transactions.7.ratio", "transactions.8.quantity",
                "transactions.8.unitPrice",
            ],
            told.Distinct().Order());
        Assert.True(payload.IsNull("transactions"));
        await AssertEmptyAsync(ada, id);
    }

    [Fact]
    public async Task What_is_not_held_cannot_be_sold_and_nothing_beside_it_is_recorded()
    {
        var ada = await api.SignUpAsync();
        var id = await ada.CreatePortfolioAsync();

        var payload = (await ada.TryRecordAsync(
            id,
            """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-02", quantity: 3, unitPrice: 1 }""",
            """{ type: SELL, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 4, unitPrice: 1 }""")).At("recordTransactions");

        Assert.Equal(("INSUFFICIENT_QUANTITY", 3m, 4m), (
            payload.Text("errors.0.code"), payload.Decimal("errors.0.held"), payload.Decimal("errors.0.asked")));
        await AssertEmptyAsync(ada, id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_portfolio_needs_a_name(string name)
    {
        var ada = await api.SignUpAsync();

        var payload = await ada.DataAsync(
            "mutation($name: String!) { createPortfolio(input: { name: $name }) { portfolio { id } errors { ... on Error { code } } } }", new { name });

        Assert.Equal("VALIDATION", payload.Text("createPortfolio.errors.0.code"));
        Assert.Equal(0, (await ada.DataAsync("{ portfolios { totalCount } }")).At("portfolios.totalCount").GetInt32());
    }

    [Theory]
    [InlineData(501, "HC0047")]
    [InlineData(500, null)]
    public async Task A_list_of_symbols_has_a_bound(int count, string? code) => Assert.Equal(
        code, await api.Nobody.CodeAsync("query($symbols: [String!]!) { quotes(symbols: $symbols) { price } }", new { symbols = Enumerable.Repeat("AAPL", count) }));

    [Fact]
    public async Task A_page_has_a_bound()
    {
        var ada = await api.SignUpAsync();

        Assert.Equal("HC0051", await ada.CodeAsync("{ portfolios(first: 100000) { totalCount } }"));
        Assert.NotNull(await ada.CodeAsync("{ portfolios(first: -1) { totalCount } }"));
        Assert.NotNull(await ada.CodeAsync("""{ portfolios(first: 1, after: "nonsense") { totalCount } }"""));
    }

    [Theory]
    [InlineData("0001-01-01", 0)]
    [InlineData("1850-01-01", 0)]
    [InlineData("2525-01-01", 1)]
    [InlineData("9999-12-31", 1)]
    public async Task A_day_far_outside_of_history_breaks_nothing(string day, int holdings)
    {
        var ada = await api.SignUpAsync();
        var id = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(id, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-02", quantity: 3, unitPrice: 1 }""");

        var data = await ada.DataAsync("""
            query($id: ID!, $day: Date!) {
              portfolio(id: $id) {
                valuation(asOf: $day) { totalValue } holdings(asOf: $day) { totalCount } allocation(by: CLASS, asOf: $day) { key }
                diversification(asOf: $day) { score }
              }
              exchangeRate(from: "EUR", to: "USD", on: $day)
              asset(symbol: "AAPL") { from: priceHistory(from: $day) { close } to: priceHistory(to: $day) { close } }
            }
            """, new { id, day });

        Assert.Equal(holdings, data.At("portfolio.holdings.totalCount").GetInt32());
    }

    [Theory]
    [InlineData("{ not json", "HC0012")]
    [InlineData("[]", "HC0009")]
    [InlineData("1", "HC0009")]
    [InlineData("{}", "HC0009")]
    [InlineData("""{ "query": 1 }""", "HC0009")]
    [InlineData("""{ "query": "{ me { id } }", "variables": [] }""", "HC0009")]
    public async Task What_is_no_request_is_told_and_answered_400(string body, string code)
    {
        using var response = await api.Nobody.PostAsync(body);

        Assert.Equal((code, HttpStatusCode.BadRequest), ((await TestClient.ReadAsync(response)).Code(), response.StatusCode));
    }

    [Fact]
    public async Task A_mutation_does_not_come_by_get()
    {
        var mutation = Uri.EscapeDataString("mutation { signOut(input: {}) { signedOut } }");
        using var refused = await api.Nobody.GetAsync($"/graphql?query={mutation}", "application/json");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);

        using var allowed = await api.Nobody.GetAsync($"/graphql?query={Uri.EscapeDataString("{ me { id } }")}", "application/json");
        Assert.True((await TestClient.ReadAsync(allowed)).IsNull("data.me"));
    }

    private static async Task AssertEmptyAsync(TestClient client, string portfolio)
    {
        var found = await client.DataAsync("query($id: ID!) { portfolio(id: $id) { transactions { totalCount } cash { amount } } }", new { id = portfolio });
        Assert.Equal(0, found.At("portfolio.transactions.totalCount").GetInt32());
        Assert.Equal(0, found.At("portfolio.cash").GetArrayLength());
    }
}
