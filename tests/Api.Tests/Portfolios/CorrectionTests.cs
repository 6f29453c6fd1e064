using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Portfolios;

public sealed class CorrectionTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Errors = "errors { __typename ... on Error { code } ... on ValidationError { fields { path } } }";

    [Fact]
    public async Task A_correction_stands_in_the_place_of_what_it_corrects_which_can_still_be_read()
    {
        var (ada, portfolio, buy) = await WithPurchaseAsync();

        var corrected = await CorrectAsync(ada, buy, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 12, unitPrice: 100 }""");

        Assert.Equal(buy, corrected.Text("transaction.supersedes.id"));
        Assert.Equal(10m, corrected.Decimal("transaction.supersedes.quantity"));
        Assert.Equal(12m, await HeldAsync(ada, portfolio));

        var page = (await ada.DataAsync("query($id: ID!) { portfolio(id: $id) { transactions { totalCount nodes { externalId } } } }", new { id = portfolio })).At("portfolio.transactions");
        Assert.Equal(1, page.At("totalCount").GetInt32());
        Assert.Equal("b-1", page.Text("nodes.0.externalId"));

        // It was corrected already.
        var again = await CorrectAsync(ada, buy, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 1, unitPrice: 100 }""");
        Assert.Equal("CONFLICT", again.Text("errors.0.code"));
    }

    [Fact]
    public async Task What_would_make_a_later_day_impossible_is_refused_and_changes_nothing()
    {
        var (ada, portfolio, buy) = await WithPurchaseAsync();
        await ada.RecordAsync(portfolio, """{ type: SELL, symbol: "AAPL", tradeDate: "2024-03-01", quantity: 8, unitPrice: 110 }""");

        // 7 bought, 8 sold.
        var corrected = await CorrectAsync(ada, buy, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 7, unitPrice: 100 }""");
        var voided = await VoidAsync(ada, buy);

        Assert.Equal("InsufficientQuantityError", corrected.Text("errors.0.__typename"));
        Assert.Equal("InsufficientQuantityError", voided.Text("errors.0.__typename"));
        Assert.Equal(2m, await HeldAsync(ada, portfolio));
    }

    [Fact]
    public async Task What_is_voided_counts_no_longer_and_is_voided_once()
    {
        var (ada, portfolio, buy) = await WithPurchaseAsync();
        Assert.Equal(10m, await HeldAsync(ada, portfolio));

        var voided = await VoidAsync(ada, buy);

        Assert.True(voided.IsNull("errors"), voided.ToString());
        Assert.Equal(0, voided.At("portfolio.transactions.totalCount").GetInt32());
        Assert.Equal(0m, await HeldAsync(ada, portfolio));
        Assert.Equal(buy, (await ada.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = buy })).Text("node.id"));
        Assert.Equal("CONFLICT", (await VoidAsync(ada, buy)).Text("errors.0.code"));
    }

    [Fact]
    public async Task What_became_of_an_entry_is_told_with_who_when_and_why()
    {
        var (ada, portfolio, buy) = await WithPurchaseAsync();
        var right = (await CorrectAsync(ada, buy, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 12, unitPrice: 100 }""")).Text("transaction.id")!;
        await VoidAsync(ada, right);

        // All that was ever recorded, by the moment of entry: what was corrected, and what corrected it and was voided.
        var trail = (await ada.DataAsync(
            """
            query($id: ID!) {
              portfolio(id: $id) {
                transactions(includeSuperseded: true, order: [{ recordedAt: ASC }]) {
                  nodes { id quantity supersedes { id } supersededBy { id } voiding { at reason by { displayName } } }
                }
              }
            }
            """,
            new { id = portfolio })).At("portfolio.transactions.nodes").EnumerateArray().ToDictionary(entry => entry.Text("id")!);

        Assert.Equal(2, trail.Count);
        Assert.Equal(right, trail[buy].Text("supersededBy.id"));
        Assert.True(trail[buy].IsNull("voiding"));
        Assert.Equal(buy, trail[right].Text("supersedes.id"));
        Assert.True(trail[right].IsNull("supersededBy"));
        Assert.Equal(("entered twice", "ada"), (trail[right].Text("voiding.reason"), trail[right].Text("voiding.by.displayName")));
        Assert.StartsWith(api.Clock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), trail[right].Text("voiding.at"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_a_fault_of_its_field()
    {
        var (ada, _, buy) = await WithPurchaseAsync();

        var refused = await ada.DataAsync(
            "mutation($id: ID!, $reason: String) { voidTransaction(input: { transactionId: $id, reason: $reason }) { errors { ... on ValidationError { fields { path } } } } }",
            new { id = buy, reason = new string('x', 1_001) });

        Assert.Equal("reason", refused.Text("voidTransaction.errors.0.fields.0.path.0"));
    }

    [Fact]
    public async Task Faults_are_told_by_path_and_strangers_find_nothing()
    {
        var (ada, _, buy) = await WithPurchaseAsync();
        var eve = await api.SignUpAsync("eve");

        var faults = await CorrectAsync(ada, buy, """{ type: BUY, symbol: "AAPL", tradeDate: "1850-01-03", quantity: 0, unitPrice: 100 }""");
        Assert.Equal(["quantity", "tradeDate"], faults.Texts("errors.0.fields", "path.1").Order());

        Assert.Equal("NotFoundError", (await CorrectAsync(eve, buy, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 1, unitPrice: 1 }""")).Text("errors.0.__typename"));
        Assert.Equal("NotFoundError", (await VoidAsync(eve, buy)).Text("errors.0.__typename"));
    }

    private async Task<(TestClient Ada, string Portfolio, string Buy)> WithPurchaseAsync()
    {
        var ada = await api.SignUpAsync();
        var portfolio = await ada.CreatePortfolioAsync();
        var recorded = await ada.TryRecordAsync(
            portfolio, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-02", quantity: 10, unitPrice: 100, externalId: "b-1" }""");
        return (ada, portfolio, recorded.Text("recordTransactions.transactions.0.id")!);
    }

    private static async Task<JsonElement> CorrectAsync(TestClient client, string id, string transaction) => (await client.DataAsync(
        $$"""mutation($id: ID!) { correctTransaction(input: { transactionId: $id, transaction: {{transaction}} }) { transaction { id supersedes { id quantity } } {{Errors}} } }""",
        new { id })).At("correctTransaction");

    private static async Task<JsonElement> VoidAsync(TestClient client, string id) => (await client.DataAsync(
        $$"""mutation($id: ID!) { voidTransaction(input: { transactionId: $id, reason: "entered twice" }) { portfolio { transactions { totalCount } } errors { __typename ... on Error { code } } } }""",
        new { id })).At("voidTransaction");

    private static async Task<decimal> HeldAsync(TestClient client, string portfolio)
    {
        var data = await client.DataAsync("query($id: ID!) { portfolio(id: $id) { holdings { nodes { quantity } } } }", new { id = portfolio });
        return data.At("portfolio.holdings.nodes") is { } nodes && nodes.GetArrayLength() > 0 ? nodes.Decimal("0.quantity") : 0;
    }
}
