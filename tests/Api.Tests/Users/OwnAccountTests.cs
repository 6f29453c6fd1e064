using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Users;

/// <summary>What users do with their own account.</summary>
public sealed class OwnAccountTests(TestApi api) : IClassFixture<TestApi>
{
    private const string NewPassword = "another horse, as correct";

    private const string Change = """
        mutation($current: String!, $new: String!) {
          changePassword(input: { currentPassword: $current, newPassword: $new }) {
            tokens { accessToken refreshToken user { sessions { id current } } }
            errors { __typename ... on Error { code } ... on ValidationError { fields { path message } } }
          }
        }
        """;

    private const string Delete = """
        mutation($password: String!) { deleteAccount(input: { password: $password }) { deleted errors { __typename ... on Error { code message } } } }
        """;

    private const string Update = """
        mutation($input: UpdateProfileInput!) {
          updateProfile(input: $input) { user { displayName baseCurrency } errors { ... on ValidationError { fields { path } } } }
        }
        """;

    [Fact]
    public async Task Sessions_are_listed_with_the_one_that_asks()
    {
        var phone = await api.SignUpAsync();
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var desk = await api.SignInAsync(await phone.EmailAsync());

        var sessions = (await phone.DataAsync("{ me { sessions { id current createdAt lastUsedAt userAgent } } }")).At("me.sessions");

        // The one used last comes first.
        Assert.Equal([false, true], sessions.EnumerateArray().Select(session => session.At("current").GetBoolean()));
        Assert.Equal(api.Clock.Now, sessions.At("0.lastUsedAt").GetDateTimeOffset());

        var id = sessions.Text("1.id");
        const string Node = "query($id: ID!) { node(id: $id) { id ... on Session { current } } }";
        Assert.False((await desk.DataAsync(Node, new { id })).At("node.current").GetBoolean());
        Assert.True((await (await api.SignUpAsync("eve")).DataAsync(Node, new { id })).IsNull("node"));

        await phone.DataAsync("mutation { signOut(input: {}) { signedOut } }");
        Assert.True((await desk.DataAsync(Node, new { id })).IsNull("node"));
        Assert.Equal(1, (await desk.DataAsync("{ me { sessions { id } } }")).At("me.sessions").GetArrayLength());
    }

    [Fact]
    public async Task A_new_password_signs_every_device_out_but_goes_on_here_with_new_tokens()
    {
        var here = await api.SignUpAsync();
        var email = await here.EmailAsync();
        var other = await api.SignInAsync(email);

        var payload = (await here.DataAsync(Change, new { current = TestApi.Password, @new = NewPassword })).At("changePassword");

        Assert.Equal([true], payload.At("tokens.user.sessions").EnumerateArray().Select(session => session.At("current").GetBoolean()));
        await AssertEndedAsync(here);
        await AssertEndedAsync(other);
        Assert.Equal(email, await api.WithToken(payload.Text("tokens.accessToken")).EmailAsync());
        Assert.Equal(email, await (await api.SignInAsync(email, NewPassword)).EmailAsync());
        Assert.Equal("INVALID_CREDENTIALS", await SignInCodeAsync(email, TestApi.Password));
    }

    [Theory]
    [InlineData("short", "at least 12")]
    [InlineData("Password2031!", "first that would be tried")]
    [InlineData(TestApi.Password, "until now")]
    public async Task A_new_password_keeps_the_rules(string password, string fault)
    {
        var client = await api.SignUpAsync();

        var payload = (await client.DataAsync(Change, new { current = TestApi.Password, @new = password })).At("changePassword");

        Assert.Equal("newPassword", payload.Text("errors.0.fields.0.path.0"));
        Assert.Contains(fault, payload.Text("errors.0.fields.0.message"), StringComparison.Ordinal);
        Assert.NotNull(await client.EmailAsync());
    }

    [Fact]
    public async Task Guessing_the_password_of_an_open_session_brings_the_same_wait_as_signing_in()
    {
        var client = await api.SignUpAsync();
        var email = await client.EmailAsync();

        var codes = await GuessesAsync(client, 6);

        Assert.Equal(Enumerable.Repeat("INVALID_CREDENTIALS", 5).Append("ACCOUNT_LOCKED"), codes);
        Assert.Equal("ACCOUNT_LOCKED", await SignInCodeAsync(email, TestApi.Password));
        Assert.Equal("ACCOUNT_LOCKED", (await client.DataAsync(Delete, new { password = TestApi.Password })).Text("deleteAccount.errors.0.code"));
    }

    [Fact]
    public async Task A_profile_changes_where_it_is_told_to()
    {
        var client = await api.SignUpAsync("ada");

        var named = await client.DataAsync(Update, new { input = new { displayName = " Countess " } });
        Assert.Equal(("Countess", "USD"), (named.Text("updateProfile.user.displayName"), named.Text("updateProfile.user.baseCurrency")));

        await client.DataAsync(Update, new { input = new { baseCurrency = "EUR" } });
        var me = await client.DataAsync("{ me { displayName baseCurrency } }");
        Assert.Equal(("Countess", "EUR"), (me.Text("me.displayName"), me.Text("me.baseCurrency")));

        var faults = await client.DataAsync(Update, new { input = new { displayName = " " } });
        Assert.Equal("displayName", faults.Text("updateProfile.errors.0.fields.0.path.0"));
    }

    [Fact]
    public async Task Only_the_password_deletes_an_account_and_then_nothing_of_it_works()
    {
        var client = await api.SignUpAsync();
        var email = await client.EmailAsync();
        var portfolio = await client.CreatePortfolioAsync();

        var wrong = await client.DataAsync(Delete, new { password = "a horse that is wrong" });
        Assert.Equal("INVALID_CREDENTIALS", wrong.Text("deleteAccount.errors.0.code"));
        Assert.NotNull(await client.EmailAsync());

        Assert.True((await client.DataAsync(Delete, new { password = TestApi.Password })).At("deleteAccount.deleted").GetBoolean());

        await AssertEndedAsync(client);
        Assert.Equal("INVALID_CREDENTIALS", await SignInCodeAsync(email, TestApi.Password));
        Assert.True((await (await api.SignUpAsync("eve")).DataAsync("query($id: ID!) { portfolio(id: $id) { id } }", new { id = portfolio })).IsNull("portfolio"));

        // The address is free again, and whoever takes it begins with nothing.
        var anew = (await api.Nobody.DataAsync(
            "mutation($input: SignUpInput!) { signUp(input: $input) { tokens { accessToken } } }",
            new { input = new { email, password = TestApi.Password, displayName = "ada" } })).Text("signUp.tokens.accessToken");
        Assert.Equal(0, (await api.WithToken(anew).DataAsync("{ portfolios { totalCount } }")).At("portfolios.totalCount").GetInt32());
    }

    private static async Task<IEnumerable<string?>> GuessesAsync(TestClient client, int times)
    {
        var codes = new List<string?>();
        for (var i = 0; i < times; i++)
            codes.Add((await client.DataAsync(Change, new { current = "a horse that is wrong", @new = NewPassword })).Text("changePassword.errors.0.code"));
        return codes;
    }

    private async Task<string?> SignInCodeAsync(string email, string password) => (await api.Nobody.DataAsync(
        "mutation($input: SignInInput!) { signIn(input: $input) { errors { ... on Error { code } } } }",
        new { input = new { email, password } })).Text("signIn.errors.0.code");

    private static async Task AssertEndedAsync(TestClient client) =>
        Assert.Equal("AUTH_NOT_AUTHENTICATED", await client.CodeAsync("{ portfolios { totalCount } }"));
}
