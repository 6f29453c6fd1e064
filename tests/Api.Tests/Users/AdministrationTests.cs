using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Users;

/// <summary>What administrators do with the accounts of others, and with the last of their own.</summary>
public sealed class AdministrationTests(TestApi api) : IClassFixture<TestApi>
{
    private const string SetRoles = """
        mutation($user: ID!, $roles: [Role!]!) {
          setUserRoles(input: { userId: $user, roles: $roles }) { user { roles } errors { __typename ... on Error { code message } } }
        }
        """;

    private const string Lock = """
        mutation($user: ID!, $locked: Boolean!) {
          lockUser(input: { userId: $user, locked: $locked }) { user { displayName } errors { __typename ... on Error { code } } }
        }
        """;

    private const string AnalystsOnly = """mutation { upsertAssets(input: { assets: [] }) { assets { id } } }""";

    [Fact]
    public async Task New_roles_hold_from_the_next_request_on_with_the_tokens_that_are_out()
    {
        var (root, ada) = (await api.SignInAsAdministratorAsync(), await api.SignUpAsync("ada"));
        var user = await ada.UserIdAsync();
        Assert.Equal("AUTH_NOT_AUTHORIZED", await ada.CodeAsync(AnalystsOnly));

        var given = await SetRolesAsync(root, user, "ANALYST");

        Assert.Equal("""["INVESTOR","ANALYST"]""", given.At("user.roles").GetRawText());
        Assert.NotEqual("AUTH_NOT_AUTHORIZED", await ada.CodeAsync(AnalystsOnly));
        Assert.Equal("AUTH_NOT_AUTHORIZED", await ada.CodeAsync(SetRoles, new { user, roles = new[] { "ADMIN" } }));

        await SetRolesAsync(root, user);
        Assert.Equal("AUTH_NOT_AUTHORIZED", await ada.CodeAsync(AnalystsOnly));
    }

    [Fact]
    public async Task Who_is_locked_is_out_at_once_and_in_again_only_when_let()
    {
        var (root, ada) = (await api.SignInAsAdministratorAsync(), await api.SignUpAsync("ada"));
        var (user, email) = (await ada.UserIdAsync(), await ada.EmailAsync());

        Assert.Equal("ada", (await LockAsync(root, user, locked: true)).Text("user.displayName"));

        Assert.Equal("AUTH_NOT_AUTHENTICATED", await ada.CodeAsync("{ portfolios { totalCount } }"));
        Assert.Equal("INVALID_CREDENTIALS", await SignInCodeAsync(email));

        await LockAsync(root, user, locked: false);

        // The session is over all the same.
        Assert.Equal("AUTH_NOT_AUTHENTICATED", await ada.CodeAsync("{ portfolios { totalCount } }"));
        Assert.NotNull(await (await api.SignInAsync(email)).EmailAsync());
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        var root = await api.SignInAsAdministratorAsync();
        var self = await root.UserIdAsync();

        Assert.Equal("LAST_ADMINISTRATOR", (await SetRolesAsync(root, self, "ANALYST")).Text("errors.0.code"));
        Assert.Equal("LastAdministratorError", (await LockAsync(root, self, locked: true)).Text("errors.0.__typename"));
        Assert.Equal("LAST_ADMINISTRATOR", (await DeleteAsync(root)).Text("errors.0.code"));

        // One who is kept out does not count.
        var ada = await api.SignUpAsync("ada");
        await SetRolesAsync(root, await ada.UserIdAsync(), "ADMIN");
        await LockAsync(root, await ada.UserIdAsync(), locked: true);
        Assert.Equal("LAST_ADMINISTRATOR", (await DeleteAsync(root)).Text("errors.0.code"));
        Assert.Equal("""["INVESTOR","ADMIN"]""", (await root.DataAsync("{ me { roles } }")).At("me.roles").GetRawText());
    }

    [Fact]
    public async Task Of_two_administrators_who_dismiss_each_other_one_stays()
    {
        var alone = new TestApi();
        await using var _ = alone;
        await alone.InitializeAsync();
        var (root, ada) = (await alone.SignInAsAdministratorAsync(), await alone.SignUpAsync("ada"));
        await SetRolesAsync(root, await ada.UserIdAsync(), "ADMIN");
        var (rootId, adaId) = (await root.UserIdAsync(), await ada.UserIdAsync());

        await Task.WhenAll(
            root.AskAsync(SetRoles, new { user = adaId, roles = Array.Empty<string>() }),
            ada.AskAsync(SetRoles, new { user = rootId, roles = Array.Empty<string>() }));

        var roles = await Task.WhenAll(
            root.DataAsync("{ me { roles } }"), ada.DataAsync("{ me { roles } }"));
        Assert.Single(roles, me => me.At("me.roles").GetRawText().Contains("ADMIN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_not_found()
    {
        var root = await api.SignInAsAdministratorAsync();
        var asset = (await root.DataAsync("""{ asset(symbol: "AAPL") { id } }""")).Text("asset.id")!;

        Assert.Equal("NOT_FOUND", (await LockAsync(root, asset, locked: true)).Text("errors.0.code"));
        Assert.Equal("NOT_FOUND", (await SetRolesAsync(root, "x", "ADMIN")).Text("errors.0.code"));
    }

    private static async Task<JsonElement> SetRolesAsync(TestClient client, string user, params string[] roles) =>
        (await client.DataAsync(SetRoles, new { user, roles })).At("setUserRoles");

    private static async Task<JsonElement> LockAsync(TestClient client, string user, bool locked) =>
        (await client.DataAsync(Lock, new { user, locked })).At("lockUser");

    private static async Task<JsonElement> DeleteAsync(TestClient client) => (await client.DataAsync(
        "mutation($password: String!) { deleteAccount(input: { password: $password }) { errors { ... on Error { code } } } }",
        new { password = TestApi.Password })).At("deleteAccount");

    private async Task<string?> SignInCodeAsync(string email) => (await api.Nobody.DataAsync(
        "mutation($input: SignInInput!) { signIn(input: $input) { errors { ... on Error { code } } } }",
        new { input = new { email, password = TestApi.Password } })).Text("signIn.errors.0.code");
}
