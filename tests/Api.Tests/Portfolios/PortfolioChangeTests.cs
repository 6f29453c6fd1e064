using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Portfolios;

public sealed class PortfolioChangeTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Errors = "errors { __typename ... on Error { code } ... on ValidationError { fields { path } } }";

    [Fact]
    public async Task What_is_left_out_stays_and_null_takes_a_description_away()
    {
        var (ada, id, _) = await PortfolioAsync();

        var described = await UpdateAsync(ada, new { portfolioId = id, description = "For later" });
        Assert.Equal(("Savings", "For later", "FIFO"), Told(described));

        var renamed = await UpdateAsync(ada, new { portfolioId = id, name = "Pension", costBasisMethod = "AVERAGE" });
        Assert.Equal(("Pension", "For later", "AVERAGE"), Told(renamed));

        var bare = await UpdateAsync(ada, new { portfolioId = id, description = (string?)null });
        Assert.Equal(("Pension", null, "AVERAGE"), Told(bare));
    }

    [Fact]
    public async Task The_method_counts_for_sales_already_recorded()
    {
        var (ada, id, _) = await PortfolioAsync();
        await ada.RecordAsync(
            id,
            """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 1, unitPrice: 20 }""",
            """{ type: SELL, symbol: "AAPL", tradeDate: "2024-01-04", quantity: 1, unitPrice: 50 }""");

        // FIFO sells one of those that were bought at 10, LIFO the one at 20.
        Assert.Equal(40m, await RealizedAsync("FIFO"));
        Assert.Equal(30m, await RealizedAsync("LIFO"));

        async Task<decimal> RealizedAsync(string method) => (await ada.DataAsync(
            "mutation($input: UpdatePortfolioInput!) { updatePortfolio(input: $input) { portfolio { valuation { realizedGain { amount } } } } }",
            new { input = new { portfolioId = id, costBasisMethod = method } })).Decimal("updatePortfolio.portfolio.valuation.realizedGain.amount");
    }

    [Fact]
    public async Task Who_read_an_older_version_overwrites_nothing()
    {
        var (ada, id, version) = await PortfolioAsync();

        Assert.True((await UpdateAsync(ada, new { portfolioId = id, name = "First", version })).IsNull("errors"));
        var second = await UpdateAsync(ada, new { portfolioId = id, name = "Second", version });
        var deletion = await DeleteAsync(ada, new { portfolioId = id, version });

        Assert.Equal("ConflictError", second.Text("errors.0.__typename"));
        Assert.Equal("ConflictError", deletion.Text("errors.0.__typename"));
        Assert.Equal("First", (await ada.DataAsync("query($id: ID!) { portfolio(id: $id) { name } }", new { id })).Text("portfolio.name"));
    }

    [Fact]
    public async Task Of_many_who_change_the_same_version_at_once_one_succeeds()
    {
        var (ada, id, version) = await PortfolioAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => UpdateAsync(ada, new { portfolioId = id, name = $"Name {i}", version })));

        Assert.Single(answers, answer => answer.IsNull("errors"));
        Assert.All(answers.Where(answer => !answer.IsNull("errors")), answer => Assert.Equal("CONFLICT", answer.Text("errors.0.code")));
    }

    [Fact]
    public async Task Who_gives_no_version_does_not_mind_what_others_change_at_once()
    {
        var (ada, id, _) = await PortfolioAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => UpdateAsync(ada, new { portfolioId = id, name = $"Name {i}" })));

        Assert.All(answers, answer => Assert.True(answer.IsNull("errors"), answer.ToString()));
    }

    [Fact]
    public async Task Faults_are_told_by_path_and_change_nothing()
    {
        var (ada, id, _) = await PortfolioAsync();

        var faults = await UpdateAsync(ada, new { portfolioId = id, name = " ", description = new string('x', 1_001), costBasisMethod = "LIFO" });

        Assert.Equal(["description", "name"], faults.Texts("errors.0.fields", "path.0").Order());
        Assert.Equal("FIFO", (await ada.DataAsync("query($id: ID!) { portfolio(id: $id) { costBasisMethod } }", new { id })).Text("portfolio.costBasisMethod"));
    }

    [Fact]
    public async Task A_deleted_portfolio_is_gone_through_every_door()
    {
        var (ada, id, _) = await PortfolioAsync();
        var bob = await api.SignUpAsync("bob");
        await ada.DataAsync(
            "mutation($id: ID!, $email: String!) { sharePortfolio(input: { portfolioId: $id, email: $email, access: EDITOR }) { errors { __typename } } }",
            new { id, email = (await bob.DataAsync("{ me { email } }")).Text("me.email") });

        // With an entry that was corrected and one that was voided, a kept answer and a figure.
        var entry = (await ada.DataAsync("query($id: ID!) { portfolio(id: $id) { holdings { nodes { id } } transactions { nodes { id } } } }", new { id })).At("portfolio");
        var (buy, holding) = (entry.Text("transactions.nodes.0.id")!, entry.Text("holdings.nodes.0.id")!);
        var corrected = (await ada.DataAsync(
            """mutation($buy: ID!) { correctTransaction(input: { transactionId: $buy, transaction: { type: BUY, symbol: "AAPL", tradeDate: "2024-01-02", quantity: 3, unitPrice: 10 } }) { transaction { id } } }""",
            new { buy })).Text("correctTransaction.transaction.id")!;
        await ada.DataAsync("mutation($id: ID!) { voidTransaction(input: { transactionId: $id }) { errors { __typename } } }", new { id = corrected });
        await ada.DataAsync(
            """mutation($id: ID!) { recordTransactions(input: { portfolioId: $id, idempotencyKey: "k", transactions: [{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1 }] }) { errors { __typename } } }""",
            new { id });

        var deleted = await DeleteAsync(ada, new { portfolioId = id });

        Assert.Equal(id, deleted.Text("deletedPortfolioId"));
        Assert.True(deleted.IsNull("errors"));
        foreach (var client in (TestClient[])[ada, bob])
        {
            Assert.True((await client.DataAsync("query($id: ID!) { portfolio(id: $id) { id } }", new { id })).IsNull("portfolio"));
            Assert.Equal(0, (await client.DataAsync("{ portfolios { totalCount } }")).At("portfolios.totalCount").GetInt32());
            var nodes = await client.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = (string[])[id, buy, corrected, holding] });
            Assert.All(nodes.At("nodes").EnumerateArray(), node => Assert.Equal(JsonValueKind.Null, node.ValueKind));
        }

        Assert.Equal("NotFoundError", (await DeleteAsync(ada, new { portfolioId = id })).Text("errors.0.__typename"));
        Assert.Equal("NotFoundError", (await UpdateAsync(ada, new { portfolioId = id, name = "Back" })).Text("errors.0.__typename"));
        Assert.Equal("NOT_FOUND", (await ada.TryRecordAsync(id, """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1 }""")).Text("recordTransactions.errors.0.code"));
    }

    [Fact]
    public async Task What_follows_a_deletion_in_the_same_request_finds_nothing()
    {
        var (ada, id, _) = await PortfolioAsync();

        var answer = await ada.DataAsync(
            $$"""
            mutation($id: ID!) {
              before: updatePortfolio(input: { portfolioId: $id, name: "Old" }) { portfolio { name } }
              deletePortfolio(input: { portfolioId: $id }) { deletedPortfolioId }
              after: updatePortfolio(input: { portfolioId: $id, name: "New" }) { portfolio { name } {{Errors}} }
            }
            """,
            new { id });

        Assert.Equal("Old", answer.Text("before.portfolio.name"));
        Assert.Equal(id, answer.Text("deletePortfolio.deletedPortfolioId"));
        Assert.Equal("NOT_FOUND", answer.Text("after.errors.0.code"));
    }

    [Fact]
    public async Task A_deletion_takes_the_same_statements_however_long_the_ledger()
    {
        var (ada, small, _) = await PortfolioAsync();
        var (_, large, _) = await PortfolioAsync(ada);
        await ada.RecordAsync(large, [.. Enumerable.Repeat("""{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1 }""", 50)]);

        Assert.Equal(await StatementsAsync(small), await StatementsAsync(large));

        async Task<int> StatementsAsync(string id)
        {
            api.Statements.Reset();
            await DeleteAsync(ada, new { portfolioId = id });
            return api.Statements.Count;
        }
    }

    private async Task<(TestClient Ada, string Portfolio, string Version)> PortfolioAsync(TestClient? of = null)
    {
        var ada = of ?? await api.SignUpAsync();
        var id = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(id, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-02", quantity: 2, unitPrice: 10 }""");
        return (ada, id, (await ada.DataAsync("query($id: ID!) { portfolio(id: $id) { version } }", new { id })).Text("portfolio.version")!);
    }

    private static (string?, string?, string?) Told(JsonElement payload) =>
        (payload.Text("portfolio.name"), payload.Text("portfolio.description"), payload.Text("portfolio.costBasisMethod"));

    private static async Task<JsonElement> UpdateAsync(TestClient client, object input) => (await client.DataAsync(
        $$"""mutation($input: UpdatePortfolioInput!) { updatePortfolio(input: $input) { portfolio { name description costBasisMethod version } {{Errors}} } }""",
        new { input })).At("updatePortfolio");

    private static async Task<JsonElement> DeleteAsync(TestClient client, object input) => (await client.DataAsync(
        "mutation($input: DeletePortfolioInput!) { deletePortfolio(input: $input) { deletedPortfolioId errors { __typename ... on Error { code } } } }",
        new { input })).At("deletePortfolio");
}
