using System.Text.Json;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Users;

public sealed class AccountTests(TestApi api) : IClassFixture<TestApi>
{
    private const string SignUp = """
        mutation($input: SignUpInput!) {
          signUp(input: $input) {
            tokens { accessToken refreshToken accessTokenExpiresAt refreshTokenExpiresAt user { displayName email baseCurrency roles portfolios { totalCount } } }
            errors { __typename ... on Error { code message } ... on ValidationError { fields { path message } } }
          }
        }
        """;

    private const string SignIn = """
        mutation($email: String!, $password: String!) {
          signIn(input: { email: $email, password: $password }) {
            tokens { accessToken refreshToken }
            errors { __typename ... on Error { code message } ... on AccountLockedError { until } }
          }
        }
        """;

    private const string Refresh = """
        mutation($token: String!) {
          refreshTokens(input: { refreshToken: $token }) { tokens { accessToken refreshToken user { displayName } } errors { ... on Error { code } } }
        }
        """;

    [Fact]
    public async Task Whoever_signs_up_is_signed_in_and_sees_what_is_theirs()
    {
        var payload = (await SignUpAsync("grace@example.com", TestApi.Password, "Grace", "EUR")).At("signUp");

        Assert.True(payload.IsNull("errors"));
        var user = payload.At("tokens.user");
        Assert.Equal(("Grace", "grace@example.com", "EUR"), (user.Text("displayName"), user.Text("email"), user.Text("baseCurrency")));
        Assert.Equal("""["INVESTOR"]""", user.At("roles").GetRawText());
        Assert.Equal(0, user.At("portfolios.totalCount").GetInt32());

        // 15 minutes and 30 days from now.
        Assert.Equal(api.Clock.Now.AddMinutes(15), payload.At("tokens.accessTokenExpiresAt").GetDateTimeOffset());
        Assert.Equal(api.Clock.Now.AddDays(30), payload.At("tokens.refreshTokenExpiresAt").GetDateTimeOffset());

        var me = await api.WithToken(payload.Text("tokens.accessToken")).DataAsync("{ me { displayName } }");
        Assert.Equal("Grace", me.Text("me.displayName"));
    }

    [Fact]
    public async Task Every_fault_of_a_sign_up_is_told_at_once()
    {
        var payload = (await SignUpAsync("nobody", "short", "", "USD")).At("signUp");

        Assert.True(payload.IsNull("tokens"));
        Assert.Equal("VALIDATION", payload.Text("errors.0.code"));
        Assert.Equal(
            ["displayName", "email", "password"],
            payload.At("errors.0.fields").EnumerateArray().Select(field => field.Text("path.0")).Order());
    }

    [Theory]
    [InlineData("roles", "[ADMIN]")]
    [InlineData("role", "ADMIN")]
    [InlineData("isAdmin", "true")]
    public async Task Nobody_signs_up_with_a_role(string field, string value)
    {
        var answer = await api.Nobody.AskAsync(
            $$"""mutation { signUp(input: { email: "eve@example.com", password: "{{TestApi.Password}}", displayName: "Eve", {{field}}: {{value}} }) { tokens { accessToken } } }""");

        Assert.NotNull(answer.Code());
        Assert.Equal("INVALID_CREDENTIALS", (await SignInAsync("eve@example.com", TestApi.Password)).Text("signIn.errors.0.code"));
    }

    [Fact]
    public async Task An_address_in_any_case_has_one_account()
    {
        await SignUpAsync("hedy@example.com", TestApi.Password, "Hedy", "USD");

        var payload = (await SignUpAsync("HEDY@Example.com", TestApi.Password, "Hedy", "USD")).At("signUp");

        Assert.Equal(("EmailTakenError", "EMAIL_TAKEN"), (payload.Text("errors.0.__typename"), payload.Text("errors.0.code")));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        await SignUpAsync("joan@example.com", TestApi.Password, "Joan", "USD");

        var wrong = await SignInAsync("joan@example.com", "a horse that is wrong");
        var unknown = await SignInAsync("nobody-at-all@example.com", "a horse that is wrong");

        Assert.Equal("INVALID_CREDENTIALS", wrong.Text("signIn.errors.0.code"));
        Assert.Equal(wrong.GetRawText(), unknown.GetRawText());
    }

    [Fact]
    public async Task Many_wrong_passwords_lock_the_account_for_a_while_and_say_until_when()
    {
        await SignUpAsync("kay@example.com", TestApi.Password, "Kay", "USD");
        var answer = default(JsonElement);
        for (var i = 0; i < 20 && (i == 0 || answer.Text("signIn.errors.0.code") == "INVALID_CREDENTIALS"); i++)
            answer = await SignInAsync("kay@example.com", "a horse that is wrong");

        Assert.Equal("ACCOUNT_LOCKED", answer.Text("signIn.errors.0.code"));
        var until = answer.At("signIn.errors.0.until").GetDateTimeOffset();
        Assert.Equal("ACCOUNT_LOCKED", (await SignInAsync("kay@example.com", TestApi.Password)).Text("signIn.errors.0.code"));

        api.Clock.Advance(until - api.Clock.Now + TimeSpan.FromSeconds(1));
        Assert.True((await SignInAsync("kay@example.com", TestApi.Password)).IsNull("signIn.errors"));
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_shown_twice_ends_the_session()
    {
        var first = (await SignUpAsync("lin@example.com", TestApi.Password, "Lin", "USD")).At("signUp.tokens");

        var second = (await RefreshAsync(first.Text("refreshToken")!)).At("refreshTokens.tokens");
        Assert.Equal("Lin", second.Text("user.displayName"));
        Assert.Null(await api.WithToken(second.Text("accessToken")).CodeAsync("{ portfolios { totalCount } }"));

        var again = await RefreshAsync(first.Text("refreshToken")!);
        Assert.Equal("INVALID_CREDENTIALS", again.Text("refreshTokens.errors.0.code"));
        Assert.Equal("INVALID_CREDENTIALS", (await RefreshAsync(second.Text("refreshToken")!)).Text("refreshTokens.errors.0.code"));
        Assert.Equal("AUTH_NOT_AUTHENTICATED", await api.WithToken(second.Text("accessToken")).CodeAsync("{ portfolios { totalCount } }"));
    }

    [Fact]
    public async Task Signing_out_ends_this_device_alone_unless_everywhere_is_asked_for()
    {
        await SignUpAsync("mary@example.com", TestApi.Password, "Mary", "USD");
        var (one, other) = (await ClientOfAsync("mary@example.com"), await ClientOfAsync("mary@example.com"));

        Assert.True((await one.DataAsync("mutation { signOut(input: {}) { signedOut } }")).At("signOut.signedOut").GetBoolean());
        await AssertEndedAsync(one);
        Assert.Null(await other.CodeAsync("{ portfolios { totalCount } }"));

        var third = await ClientOfAsync("mary@example.com");
        await third.DataAsync("mutation { signOut(input: { everywhere: true }) { signedOut } }");
        await AssertEndedAsync(third);
        await AssertEndedAsync(other);
    }

    [Theory]
    [InlineData("{ users { totalCount } }")]
    [InlineData("{ portfolios { totalCount } }")]
    [InlineData("""{ portfolio(id: "x") { name } }""")]
    [InlineData("mutation { signOut(input: {}) { signedOut } }")]
    [InlineData("""mutation { createPortfolio(input: { name: "x" }) { portfolio { id } } }""")]
    [InlineData("""mutation { recordTransactions(input: { portfolioId: "x", transactions: [] }) { portfolio { id } } }""")]
    [InlineData("""mutation { importTransactions(input: { portfolioId: "x", text: "" }) { result { rows } } }""")]
    public async Task Nobody_is_asked_to_sign_in(string query) =>
        Assert.Equal("AUTH_NOT_AUTHENTICATED", await api.Nobody.CodeAsync(query));

    [Fact]
    public async Task Nobody_may_look_at_the_market_and_has_no_me()
    {
        var data = await api.Nobody.DataAsync(
            """{ me { id } asset(symbol: "AAPL") { name quote { price } } searchAssets(term: "apple") { symbol } importFormats { id } }""");

        Assert.True(data.IsNull("me"));
        Assert.Equal("Apple", data.Text("asset.name"));
        Assert.Equal("AAPL", data.Text("searchAssets.0.symbol"));
        Assert.Equal(["generic-csv", "ghostfolio-csv", "ghostfolio-json", "portfolio-performance-csv", "trading212-csv", "ibkr-flex-csv", "ibkr-flex-cash-csv"], data.Texts("importFormats", "id"));
    }

    [Fact]
    public async Task Users_are_for_administrators()
    {
        var investor = await api.SignUpAsync("nell");
        Assert.Equal("AUTH_NOT_AUTHORIZED", await investor.CodeAsync("{ users { totalCount } }"));

        var administrator = await api.SignInAsAdministratorAsync();
        var found = await administrator.DataAsync("""{ me { roles } users(search: "nell") { totalCount nodes { displayName email portfolios { totalCount } } } }""");

        Assert.Contains("ADMIN", found.At("me.roles").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, found.At("users.totalCount").GetInt32());
        Assert.Equal("nell", found.Text("users.nodes.0.displayName"));

        // Not even an administrator sees what somebody owns.
        Assert.True(found.IsNull("users.nodes.0.portfolios"));
    }

    private static async Task AssertEndedAsync(TestClient client)
    {
        var answer = await client.AskAsync("{ portfolios { totalCount } }");
        Assert.Equal("AUTH_NOT_AUTHENTICATED", answer.Code());
        Assert.Contains("session", answer.Text("errors.0.message"), StringComparison.Ordinal);
        Assert.True((await client.DataAsync("{ me { id } }")).IsNull("me"));
    }

    private async Task<TestClient> ClientOfAsync(string email) =>
        api.WithToken((await SignInAsync(email, TestApi.Password)).Text("signIn.tokens.accessToken"));

    private Task<JsonElement> SignUpAsync(string email, string password, string displayName, string baseCurrency) =>
        api.Nobody.DataAsync(SignUp, new { input = new { email, password, displayName, baseCurrency } });

    private Task<JsonElement> SignInAsync(string email, string password) => api.Nobody.DataAsync(SignIn, new { email, password });

    private Task<JsonElement> RefreshAsync(string token) => api.Nobody.DataAsync(Refresh, new { token });
}
