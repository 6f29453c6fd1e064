using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Portfolios;

public sealed class SharingTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Members = "query($id: ID!) { portfolio(id: $id) { access owner { email } members { access user { displayName email } } } }";
    private const string Rename = "mutation($id: ID!) { updatePortfolio(input: { portfolioId: $id, name: \"Mine\" }) { portfolio { id } } }";

    [Fact]
    public async Task A_member_sees_and_does_what_their_access_allows()
    {
        var (ada, bob, id) = await PortfolioAsync();
        Assert.True((await bob.DataAsync(Members, new { id })).IsNull("portfolio"));

        var shared = await ShareAsync(ada, id, await EmailAsync(bob), "VIEWER");

        Assert.Equal("VIEWER", shared.Text("portfolio.members.0.access"));
        Assert.Equal("VIEWER", (await bob.DataAsync(Members, new { id })).Text("portfolio.access"));
        Assert.Contains(id, (await bob.DataAsync("{ portfolios { nodes { id } } }")).Texts("portfolios.nodes", "id"));
        Assert.Equal("AUTH_NOT_AUTHORIZED", await bob.CodeAsync(Deposit(id)));

        await ShareAsync(ada, id, await EmailAsync(bob), "EDITOR");

        await bob.DataAsync(Deposit(id));
        var members = await ada.DataAsync(Members, new { id });
        Assert.Equal(["EDITOR"], members.Texts("portfolio.members", "access"));
    }

    [Fact]
    public async Task What_is_for_the_owner_is_refused_to_every_member()
    {
        var (ada, bob, id) = await PortfolioAsync();
        await ShareAsync(ada, id, await EmailAsync(bob), "EDITOR");
        var user = await IdAsync(bob);

        Assert.Equal("AUTH_NOT_AUTHORIZED", await bob.CodeAsync(Rename, new { id }));
        Assert.Equal("AUTH_NOT_AUTHORIZED", await bob.CodeAsync("mutation($id: ID!) { deletePortfolio(input: { portfolioId: $id }) { deletedPortfolioId } }", new { id }));
        Assert.Equal("AUTH_NOT_AUTHORIZED", await bob.CodeAsync(
            "mutation($id: ID!) { sharePortfolio(input: { portfolioId: $id, email: \"x@example.com\", access: EDITOR }) { portfolio { id } } }", new { id }));
        Assert.Equal("AUTH_NOT_AUTHORIZED", await bob.CodeAsync(
            "mutation($id: ID!, $user: ID!) { unsharePortfolio(input: { portfolioId: $id, userId: $user }) { portfolio { id } } }", new { id, user }));
    }

    [Fact]
    public async Task Who_is_shut_out_finds_nothing_any_more()
    {
        var (ada, bob, id) = await PortfolioAsync();
        await ShareAsync(ada, id, await EmailAsync(bob), "EDITOR");

        var unshared = await UnshareAsync(ada, id, await IdAsync(bob));

        Assert.Equal(0, unshared.At("portfolio.members").GetArrayLength());
        Assert.True((await bob.DataAsync(Members, new { id })).IsNull("portfolio"));
        Assert.Empty((await bob.DataAsync("{ portfolios { nodes { id } } }")).Texts("portfolios.nodes", "id"));
        Assert.Equal("NOT_FOUND", (await bob.DataAsync(
            "mutation($id: ID!) { updatePortfolio(input: { portfolioId: $id }) { errors { ... on Error { code } } } }", new { id })).Text("updatePortfolio.errors.0.code"));

        // Once out, there is nobody to shut out.
        Assert.Equal("NotFoundError", (await UnshareAsync(ada, id, await IdAsync(bob))).Text("errors.0.__typename"));
    }

    [Fact]
    public async Task Faults_of_sharing_are_told_by_path()
    {
        var (ada, bob, id) = await PortfolioAsync();

        var faults = await ShareAsync(ada, id, "nobody", "OWNER");
        Assert.Equal(["access", "email"], faults.Texts("errors.0.fields", "path.0").Order());

        Assert.Equal("email", (await ShareAsync(ada, id, await EmailAsync(ada), "EDITOR")).Text("errors.0.fields.0.path.0"));
        Assert.Equal("NotFoundError", (await ShareAsync(ada, id, "stranger@example.com", "EDITOR")).Text("errors.0.__typename"));
        Assert.Equal("userId", (await UnshareAsync(ada, id, await IdAsync(ada))).Text("errors.0.fields.0.path.0"));

        // To a stranger there is no such portfolio, whoever they would share it with.
        Assert.Equal("There is no such portfolio.", (await ShareAsync(bob, id, "stranger@example.com", "EDITOR")).Text("errors.0.message"));
        Assert.Equal("There is no such portfolio.", (await UnshareAsync(bob, id, await IdAsync(bob))).Text("errors.0.message"));
    }

    [Fact]
    public async Task Fellow_members_see_each_others_address_and_strangers_do_not()
    {
        var (ada, bob, id) = await PortfolioAsync();
        var eve = await api.SignUpAsync("eve");
        await ShareAsync(ada, id, await EmailAsync(bob), "VIEWER");
        await ShareAsync(ada, id, await EmailAsync(eve), "VIEWER");

        var seen = (await bob.DataAsync(Members, new { id })).At("portfolio");
        Assert.Equal(await EmailAsync(ada), seen.Text("owner.email"));
        Assert.Equal(new[] { await EmailAsync(bob), await EmailAsync(eve) }.Order(), seen.Texts("members", "user.email").Order());

        // Out of it, whoever recorded something elsewhere is a stranger again.
        var other = await bob.CreatePortfolioAsync();
        await ShareAsync(bob, other, await EmailAsync(eve), "EDITOR");
        await eve.DataAsync(Deposit(other));
        await UnshareAsync(bob, other, await IdAsync(eve));
        await UnshareAsync(ada, id, await IdAsync(eve));
        var author = (await bob.DataAsync("query($id: ID!) { portfolio(id: $id) { transactions { nodes { recordedBy { displayName email roles } } } } }", new { id = other }))
            .At("portfolio.transactions.nodes.0.recordedBy");
        Assert.Equal(("eve", true, true), (author.Text("displayName"), author.IsNull("email"), author.IsNull("roles")));
    }

    [Fact]
    public async Task A_list_of_members_takes_no_more_statements_for_more_of_them()
    {
        var (ada, bob, id) = await PortfolioAsync();
        await ShareAsync(ada, id, await EmailAsync(bob), "VIEWER");
        var few = await StatementsAsync(ada, id);

        for (var i = 0; i < 4; i++) await ShareAsync(ada, id, await EmailAsync(await api.SignUpAsync("eve")), "VIEWER");

        Assert.Equal(few, await StatementsAsync(bob, id));
    }

    private async Task<int> StatementsAsync(TestClient client, string id)
    {
        api.Statements.Reset();
        await client.DataAsync(Members, new { id });
        return api.Statements.Count;
    }

    private async Task<(TestClient Ada, TestClient Bob, string Portfolio)> PortfolioAsync()
    {
        var ada = await api.SignUpAsync("ada");
        return (ada, await api.SignUpAsync("bob"), await ada.CreatePortfolioAsync());
    }

    private static string Deposit(string id) =>
        $$"""mutation { recordTransactions(input: { portfolioId: "{{id}}", transactions: [{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 1 }] }) { portfolio { id } } }""";

    private static async Task<string> EmailAsync(TestClient client) => (await client.DataAsync("{ me { email } }")).Text("me.email")!;

    private static async Task<string> IdAsync(TestClient client) => (await client.DataAsync("{ me { id } }")).Text("me.id")!;

    private static async Task<JsonElement> ShareAsync(TestClient client, string id, string email, string access) => (await client.DataAsync(
        """
        mutation($input: SharePortfolioInput!) {
          sharePortfolio(input: $input) { portfolio { members { access } } errors { __typename ... on Error { message } ... on ValidationError { fields { path } } } }
        }
        """,
        new { input = new { portfolioId = id, email, access } })).At("sharePortfolio");

    private static async Task<JsonElement> UnshareAsync(TestClient client, string id, string user) => (await client.DataAsync(
        """
        mutation($input: UnsharePortfolioInput!) {
          unsharePortfolio(input: $input) { portfolio { members { access } } errors { __typename ... on Error { message } ... on ValidationError { fields { path } } } }
        }
        """,
        new { input = new { portfolioId = id, userId = user } })).At("unsharePortfolio");
}
