using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Performance;

public sealed class NetWorthTests(TestApi api) : IClassFixture<TestApi>
{
    [Fact]
    public async Task It_is_the_sum_of_all_portfolios_one_owns_in_ones_own_currency_and_nobody_elses_to_see()
    {
        var ada = await api.SignUpAsync();
        var (first, second) = (await ada.CreatePortfolioAsync(), await ada.CreatePortfolioAsync("GBP"));
        await ada.RecordAsync(first, """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1000 }""", """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 2, unitPrice: 100 }""");
        await ada.RecordAsync(second, """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 500, currency: "USD" }""", """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 1, unitPrice: 100, currency: "USD" }""");

        var told = await ada.DataAsync("{ me { id netWorth { currency totalValue cash costBasis netContributions } past: netWorth(asOf: \"2024-01-02\") { totalValue } } asset(symbol: \"AAPL\") { quote { price } } }");
        var worth = told.At("me.netWorth");

        // 1000 - 200 + 500 - 100 of cash, and 3 shares.
        Assert.Equal(("USD", 1_200m, 300m, 1_500m), (worth.Text("currency"), worth.Decimal("cash"), worth.Decimal("costBasis"), worth.Decimal("netContributions")));
        Assert.Equal(1_200m + 3 * told.Decimal("asset.quote.price"), worth.Decimal("totalValue"));
        Assert.Equal(1_500m, told.Decimal("me.past.totalValue"));

        var root = await api.SignInAsAdministratorAsync();
        var seen = await root.DataAsync("query($id: ID!) { node(id: $id) { ... on User { displayName netWorth { totalValue } } } }", new { id = told.Text("me.id") });
        Assert.True(seen.IsNull("node.netWorth"));
    }
}
