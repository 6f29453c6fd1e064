using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Portfolios;

/// <summary>What belongs to somebody else answers, through every door, as what does not exist.</summary>
public sealed class StrangerTests(TestApi api) : IClassFixture<TestApi>
{
    private TestClient _ada = null!;
    private TestClient _bob = null!;

    public static TheoryData<string> Doors =>
    [
        "query($id: ID!) { portfolio(id: $id) { id name } }",
        "query($id: ID!) { node(id: $id) { id __typename } }",
        "query($id: ID!) { nodes(ids: [$id, $id]) { id __typename } }",
        """
        mutation($id: ID!) {
          recordTransactions(input: { portfolioId: $id, transactions: [{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1 }] }) {
            portfolio { id } transactions { id } errors { __typename ... on Error { code message } }
          }
        }
        """,
        """
        mutation($id: ID!) {
          recordTransactions(input: { portfolioId: $id, idempotencyKey: "", transactions: [] }) {
            portfolio { id } transactions { id } errors { __typename ... on Error { code message } }
          }
        }
        """,
        """
        mutation($id: ID!) {
          importTransactions(input: { portfolioId: $id, text: "date,type,amount\n2024-01-02,DEPOSIT,1" }) {
            result { rows } errors { __typename ... on Error { code message } }
          }
        }
        """,
        """
        mutation($id: ID!) {
          importTransactions(input: { portfolioId: $id, text: "no CSV at all", format: "nothing", dryRun: true }) {
            result { rows } errors { __typename ... on Error { code message } }
          }
        }
        """,
    ];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_portfolio_of_somebody_else_is_as_one_that_is_not_there(string door)
    {
        var id = await AdasPortfolioAsync();

        var theirs = await _bob.AskAsync(door, new { id });
        var absent = await _bob.AskAsync(door, new { id = Absent(id) });
        var nonsense = await _bob.AskAsync(door, new { id = "bm9uc2Vuc2U=" });

        Assert.Equal(absent.GetRawText(), theirs.GetRawText());
        Assert.Equal(absent.GetRawText(), nonsense.GetRawText());
        Assert.Equal("Savings", (await _ada.DataAsync("query($id: ID!) { portfolio(id: $id) { name } }", new { id })).Text("portfolio.name"));
    }

    [Fact]
    public async Task Entries_holdings_and_people_are_nodes_for_those_alone_who_may_see_them()
    {
        var portfolio = await AdasPortfolioAsync();
        var seen = await _ada.DataAsync(
            "query($id: ID!) { me { id } portfolio(id: $id) { transactions { nodes { id } } holdings { nodes { id } } } }", new { id = portfolio });
        string[] ids =
        [
            seen.Text("portfolio.transactions.nodes.0.id")!, seen.Text("portfolio.holdings.nodes.0.id")!, seen.Text("me.id")!,
        ];

        const string Nodes = "query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }";
        var mine = await _ada.DataAsync(Nodes, new { ids });
        Assert.Equal(["Transaction", "Holding", "User"], mine.Texts("nodes", "__typename"));

        foreach (var other in (TestClient[])[_bob, await api.SignUpAsync("eve")])
            Assert.All((await other.DataAsync(Nodes, new { ids })).At("nodes").EnumerateArray(), node => Assert.Equal(JsonValueKind.Null, node.ValueKind));

        var nobody = await api.Nobody.AskAsync(Nodes, new { ids });
        Assert.All(nobody.At("data.nodes").EnumerateArray(), node => Assert.Equal(JsonValueKind.Null, node.ValueKind));
    }

    [Fact]
    public async Task Not_even_an_administrator_enters_a_portfolio()
    {
        var id = await AdasPortfolioAsync();
        var administrator = await api.SignInAsAdministratorAsync();

        Assert.True((await administrator.DataAsync("query($id: ID!) { portfolio(id: $id) { name } }", new { id })).IsNull("portfolio"));
        Assert.True((await administrator.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).IsNull("node"));
    }

    [Fact]
    public async Task A_lot_of_somebody_else_cannot_be_named()
    {
        var portfolio = await AdasPortfolioAsync();
        var lot = (await _ada.DataAsync("query($id: ID!) { portfolio(id: $id) { holdings { nodes { lots { id } } } } }", new { id = portfolio }))
            .Text("portfolio.holdings.nodes.0.lots.0.id")!;
        var own = await _bob.CreatePortfolioAsync();
        await _bob.RecordAsync(own, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 1, unitPrice: 1 }""");

        var theirs = await SellAsync(own, lot);
        var absent = await SellAsync(own, Absent(lot));

        Assert.Equal("VALIDATION", theirs.Text("errors.0.code"));
        Assert.Equal(absent.GetRawText(), theirs.GetRawText());
    }

    private async Task<JsonElement> SellAsync(string portfolio, string lot) => (await _bob.TryRecordAsync(
        portfolio,
        $$"""{ type: SELL, symbol: "AAPL", tradeDate: "2024-02-01", quantity: 1, unitPrice: 1, lots: [{ lotId: "{{lot}}", quantity: 1 }] }"""))
        .At("recordTransactions");

    private async Task<string> AdasPortfolioAsync()
    {
        (_ada, _bob) = (await api.SignUpAsync("ada"), await api.SignUpAsync("bob"));
        var id = await _ada.CreatePortfolioAsync();
        await _ada.RecordAsync(id, """{ type: BUY, symbol: "AAPL", tradeDate: "2024-01-03", quantity: 10, unitPrice: 100 }""");
        return id;
    }

    // A well-formed id of the same type with another last byte.
    private static string Absent(string id)
    {
        var bytes = Convert.FromBase64String(id);
        bytes[^1] ^= 1;
        return Convert.ToBase64String(bytes);
    }
}
