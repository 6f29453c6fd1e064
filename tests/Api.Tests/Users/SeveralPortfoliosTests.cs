using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Users;

/// <summary>AAPL is at 130 now and was at 110; a euro is 1.20 dollars and was 1.10 until June.</summary>
public sealed class SeveralPortfoliosTests(FixedMarketApi api) : IClassFixture<FixedMarketApi>
{
    private const string NetWorth = "{ me { netWorth { currency totalValue marketValue cash netContributions unrealizedGain { amount ratio } dataIssues { code } } } }";

    [Fact]
    public async Task All_portfolios_count_in_the_base_currency_and_each_asset_is_asked_for_once()
    {
        var ada = await WithPortfoliosAsync();
        api.Clock.Advance(TimeSpan.FromSeconds(2));
        api.Market.QuoteCalls.Clear();
        var before = api.Valuations;

        var worth = (await ada.DataAsync(NetWorth)).At("me.netWorth");

        // 10 + 5 AAPL at 130 = 1950; 2000 - 1000 = 1000 dollars, and 500 euros at 1.20 less 5 x 120 dollars = 0.
        Assert.Equal(("USD", 1_950m, 1_000m, 2_950m), (
            worth.Text("currency"), worth.Decimal("marketValue"), worth.Decimal("cash"), worth.Decimal("totalValue")));

        // 2000 + 500 euros at 1.10; 1950 - (10 x 100 + 5 x 120) = 350 on 1600.
        Assert.Equal((2_550m, 350m), (worth.Decimal("netContributions"), worth.Decimal("unrealizedGain.amount")));
        Assert.Equal(350 / 1_600d, worth.At("unrealizedGain.ratio").GetDouble(), 12);
        Assert.Equal([1], api.Market.QuoteCalls);
        Assert.Equal(1, api.Valuations - before);
    }

    [Fact]
    public async Task A_past_day_counts_what_was_owned_then()
    {
        var ada = await WithPortfoliosAsync();

        var worth = (await ada.DataAsync("""{ me { netWorth(asOf: "2024-01-03") { totalValue } } }""")).At("me.netWorth");

        // 10 AAPL at 110 and 2000 - 1000 dollars; 500 euros at 1.10, not spent yet.
        Assert.Equal(1_100m + 1_000m + 550m, worth.Decimal("totalValue"));
    }

    [Fact]
    public async Task What_is_only_shared_does_not_count_and_what_is_deleted_no_longer()
    {
        var (ada, bob) = (await WithPortfoliosAsync(), await api.SignUpAsync("bob"));
        var dollars = (await ada.DataAsync("{ portfolios { nodes { id baseCurrency } } }")).At("portfolios.nodes").EnumerateArray()
            .Single(portfolio => portfolio.Text("baseCurrency") == "USD").Text("id");
        await ada.DataAsync(
            "mutation($id: ID!, $email: String!) { sharePortfolio(input: { portfolioId: $id, email: $email, access: VIEWER }) { errors { __typename } } }",
            new { id = dollars, email = (await bob.DataAsync("{ me { email } }")).Text("me.email") });

        Assert.Equal(0m, (await bob.DataAsync(NetWorth)).Decimal("me.netWorth.totalValue"));

        await ada.DataAsync("mutation($id: ID!) { deletePortfolio(input: { portfolioId: $id }) { errors { __typename } } }", new { id = dollars });

        // 5 AAPL at 130, and no cash.
        Assert.Equal(650m, (await ada.DataAsync(NetWorth)).Decimal("me.netWorth.totalValue"));
    }

    [Fact]
    public async Task It_is_nobody_elses_to_see()
    {
        var ada = await WithPortfoliosAsync();
        var id = (await ada.DataAsync("{ me { id } }")).Text("me.id");
        var administrator = await api.SignInAsAdministratorAsync();

        var seen = await administrator.DataAsync("query($id: ID!) { node(id: $id) { ... on User { email netWorth { totalValue } } } }", new { id });

        Assert.False(seen.IsNull("node.email"));
        Assert.True(seen.IsNull("node.netWorth"));
    }

    [Fact]
    public async Task An_overdraft_of_one_portfolio_is_told_beside_another_in_the_same_currency()
    {
        var ada = await api.SignUpAsync();
        await WithAsync(ada, "USD", """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 100 }""");
        await WithAsync(ada, "USD", """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 1, unitPrice: 300 }""");

        var worth = (await ada.DataAsync(NetWorth)).At("me.netWorth");

        // 130 of AAPL, and 100 - 300 of cash.
        Assert.Equal(-70m, worth.Decimal("totalValue"));
        Assert.Equal(["CASH_NEGATIVE"], worth.Texts("dataIssues", "code"));
    }

    [Fact]
    public async Task It_takes_no_more_statements_for_more_portfolios()
    {
        var (ada, bob) = (await WithPortfoliosAsync(), await WithPortfoliosAsync());
        for (var i = 0; i < 6; i++) await WithAsync(bob, "USD", """{ type: BUY, symbol: "IBM", tradeDate: "2024-01-03", quantity: 1, unitPrice: 100 }""");

        // Whoever asks first reads the rates and the listings.
        await api.Nobody.DataAsync("""{ exchangeRate(from: "EUR", to: "USD") quotes(symbols: ["AAPL", "IBM"]) { price } }""");
        Assert.Equal(await StatementsAsync(ada), await StatementsAsync(bob));
    }

    private async Task<int> StatementsAsync(TestClient client)
    {
        api.Statements.Reset();
        await client.DataAsync(NetWorth);
        return api.Statements.Count;
    }

    private async Task<TestClient> WithPortfoliosAsync()
    {
        var ada = await api.SignUpAsync();
        await WithAsync(
            ada,
            "USD",
            """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 2000 }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 10, unitPrice: 100 }""");
        await WithAsync(
            ada,
            "EUR",
            """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 500 }""",
            """{ type: BUY, symbol: "AAPL", tradeDate: "2024-06-03", quantity: 5, unitPrice: 120 }""");
        return ada;
    }

    private static async Task WithAsync(TestClient client, string currency, params string[] transactions) =>
        await client.RecordAsync(await client.CreatePortfolioAsync(currency), transactions);
}
