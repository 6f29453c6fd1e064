using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Auditing;

public sealed class AuditLogTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Log =
        """
        query($first: Int, $after: String, $actor: ID, $action: String) {
          auditLog(first: $first, after: $after, actor: $actor, action: $action) {
            nodes { id at actor { id displayName } action subject detail outcome code ipAddress userAgent }
            pageInfo { hasNextPage endCursor }
            totalCount
          }
        }
        """;

    [Fact]
    public async Task An_administrator_sees_who_did_what_from_where()
    {
        var ada = await api.SignUpAsync("ada");
        var portfolio = await ada.CreatePortfolioAsync();
        await ada.RecordAsync(portfolio, """{ type: DEPOSIT, tradeDate: "2024-01-02", amount: 4711.23 }""");
        var root = await api.SignInAsAdministratorAsync();

        var mine = (await root.DataAsync(Log, new { actor = await IdOfAsync(ada) })).At("auditLog");

        // Newest first: the deposit, the portfolio, the account.
        Assert.Equal(["recordTransactions", "createPortfolio", "signUp"], mine.Texts("nodes", "action"));
        var entry = mine.At("nodes.0");
        Assert.Equal(("ada", "SUCCEEDED", api.Clock.Now), (entry.Text("actor.displayName"), entry.Text("outcome"), entry.At("at").GetDateTimeOffset()));
        Assert.StartsWith("Portfolio:", entry.Text("subject"), StringComparison.Ordinal);
        Assert.Equal(mine.Text("nodes.1.subject"), entry.Text("subject"));
        Assert.Contains(entry.Text("ipAddress"), new[] { "127.0.0.1", "::1", "::ffff:127.0.0.1" });
    }

    [Fact]
    public async Task The_log_is_read_page_by_page_and_by_action()
    {
        for (var place = 0; place < 3; place++) await api.Nobody.DataAsync(
            """mutation { signIn(input: { email: "page@example.com", password: "a wrong one" }) { errors { __typename } } }""");
        var root = await api.SignInAsAdministratorAsync();

        var first = (await root.DataAsync(Log, new { action = "signIn", first = 2 })).At("auditLog");
        var second = (await root.DataAsync(Log, new { action = "signIn", first = 2, after = first.Text("pageInfo.endCursor") })).At("auditLog");

        // The administrator's own sign-in is the newest one, the three failures come before it.
        Assert.Equal(["SUCCEEDED", "REFUSED"], first.Texts("nodes", "outcome"));
        Assert.Equal(["INVALID_CREDENTIALS", "INVALID_CREDENTIALS"], second.Texts("nodes", "code"));
        Assert.True(first.At("totalCount").GetInt32() >= 4);
    }

    [Fact]
    public async Task Only_administrators_read_it()
    {
        var ada = await api.SignUpAsync("ada");
        var root = await api.SignInAsAdministratorAsync();
        var id = (await root.DataAsync(Log, new { first = 1 })).Text("auditLog.nodes.0.id");

        Assert.Equal("AUTH_NOT_AUTHENTICATED", await api.Nobody.CodeAsync(Log));
        Assert.Equal("AUTH_NOT_AUTHORIZED", await ada.CodeAsync(Log));
        Assert.True((await ada.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).IsNull("node"));
        Assert.Equal(id, (await root.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).Text("node.id"));
    }

    [Fact]
    public async Task Looking_at_what_belongs_to_others_is_told()
    {
        var ada = await api.SignUpAsync("ada");
        var id = await IdOfAsync(ada);
        var root = await api.SignInAsAdministratorAsync();

        await root.DataAsync("{ users { totalCount } auditLog { totalCount } }");
        await root.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id });
        await root.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = await IdOfAsync(root) });

        var looks = (await root.DataAsync(Log, new { actor = await IdOfAsync(root), first = 4 })).At("auditLog");
        Assert.Equal(("getUser", "signIn"), (looks.Text("nodes.0.action"), looks.Text("nodes.3.action")));
        Assert.Equal(["listAuditEntries", "listUsers"], new[] { looks.Text("nodes.1.action"), looks.Text("nodes.2.action") }.Order());
        Assert.StartsWith("User:", looks.Text("nodes.0.subject"), StringComparison.Ordinal);
    }

    private static async Task<string> IdOfAsync(TestClient client) => (await client.DataAsync("{ me { id } }")).Text("me.id")!;
}
