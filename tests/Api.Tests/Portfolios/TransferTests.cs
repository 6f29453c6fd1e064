using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Portfolios;

public sealed class TransferTests(FixedMarketApi api) : IClassFixture<FixedMarketApi>
{
    private const string Out = """{ type: TRANSFER_OUT, symbol: "AAPL", tradeDate: "2024-03-01", quantity: 4 }""";
    private const string In = """{ type: TRANSFER_IN, symbol: "AAPL", tradeDate: "2024-03-01", quantity: 4 }""";

    [Fact]
    public async Task Lots_go_from_one_portfolio_to_another_with_their_day_and_cost()
    {
        var (ada, from, to) = await WithPurchaseAsync();

        await ada.RecordAsync(from, Out);
        await ada.RecordAsync(to, In);

        // 10 cost 10 x 100 + 5 = 1005: 4 of them 402, the other 6 stay at 603.
        var (left, came) = (await LotAsync(ada, from), await LotAsync(ada, to));
        Assert.Equal(("2024-01-02", 6m, 603m), left);
        Assert.Equal(("2024-01-02", 4m, 402m), came);
    }

    [Fact]
    public async Task Without_a_transfer_out_to_take_from_a_price_is_needed()
    {
        var (ada, from, to) = await WithPurchaseAsync();

        var early = (await ada.TryRecordAsync(to, In)).At("recordTransactions");
        Assert.Equal("ValidationError", early.Text("errors.0.__typename"));
        Assert.Equal("unitPrice", early.Text("errors.0.fields.0.path.2"));
        Assert.Contains("TRANSFER_OUT", early.Text("errors.0.fields.0.message"), StringComparison.Ordinal);

        await ada.RecordAsync(from, Out);
        await ada.RecordAsync(to, In);
        Assert.Equal(402m, (await LotAsync(ada, to)).Cost);
    }

    [Fact]
    public async Task What_a_stranger_transferred_is_not_there()
    {
        var (ada, from, _) = await WithPurchaseAsync();
        await ada.RecordAsync(from, Out);
        var eve = await api.SignUpAsync("eve");

        var refused = (await eve.TryRecordAsync(await eve.CreatePortfolioAsync(), In)).At("recordTransactions");

        Assert.Equal("ValidationError", refused.Text("errors.0.__typename"));
    }

    [Fact]
    public async Task A_reward_is_worth_the_day_s_close()
    {
        var ada = await api.SignUpAsync("ada");
        var portfolio = await ada.CreatePortfolioAsync();

        await ada.RecordAsync(portfolio, """{ type: REWARD, symbol: "AAPL", tradeDate: "2024-03-01", quantity: 2 }""");

        // 2 at the close of 110.
        Assert.Equal(("2024-03-01", 2m, 220m), await LotAsync(ada, portfolio));
    }

    private async Task<(TestClient Ada, string From, string To)> WithPurchaseAsync()
    {
        var ada = await api.SignUpAsync("ada");
        var (from, to) = (await ada.CreatePortfolioAsync(), await ada.CreatePortfolioAsync());
        await ada.RecordAsync(from, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-02", quantity: 10, unitPrice: 100, fee: 5 }""");
        return (ada, from, to);
    }

    private static async Task<(string? OpenedOn, decimal Quantity, decimal Cost)> LotAsync(TestClient client, string portfolio)
    {
        var lot = (await client.DataAsync(
            "query($id: ID!) { portfolio(id: $id) { holdings { nodes { lots { openedOn quantity costBasis } } } } }",
            new { id = portfolio })).At("portfolio.holdings.nodes.0.lots.0");
        return (lot.Text("openedOn"), lot.Decimal("quantity"), lot.Decimal("costBasis"));
    }
}
