using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Users;

/// <summary>What ends a session, or changes its roles, ends what is open on it at once; what is open elsewhere goes on.</summary>
public sealed class OpenConnectionTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Prices = """subscription { priceChanged(symbols: ["BTC"]) { price } }""";
    private const string Relock = "mutation($user: ID!) { lockUser(input: { userId: $user, locked: true }) { user { id } } }";
    private const string Promote = "mutation($user: ID!) { setUserRoles(input: { userId: $user, roles: [ANALYST] }) { user { id } } }";

    public static TheoryData<string> OwnWays =>
    [
        "mutation { signOut(input: {}) { signedOut } }",
        "mutation { signOut(input: { everywhere: true }) { signedOut } }",
        $$"""mutation { changePassword(input: { currentPassword: "{{TestApi.Password}}", newPassword: "another horse, as correct" }) { tokens { accessToken } } }""",
        $$"""mutation { deleteAccount(input: { password: "{{TestApi.Password}}" }) { deleted } }""",
    ];

    [Theory]
    [MemberData(nameof(OwnWays))]
    public async Task A_session_that_ends_takes_its_socket_and_its_stream_along(string ending)
    {
        var client = await api.SignUpAsync();
        using var socket = await SubscribedAsync(client);
        using var stream = await StreamingAsync(client);

        await client.DataAsync(ending);

        await AssertClosedAsync(socket);
        await AssertCompletedAsync(stream);
    }

    [Theory]
    [InlineData(Relock)]
    [InlineData(Promote)]
    public async Task What_an_administrator_does_ends_them_too(string change)
    {
        var (root, client) = (await api.SignInAsAdministratorAsync(), await api.SignUpAsync());
        using var socket = await SubscribedAsync(client);
        using var stream = await StreamingAsync(client);

        await root.DataAsync(change, new { user = await client.UserIdAsync() });

        await AssertClosedAsync(socket);
        await AssertCompletedAsync(stream);
    }

    [Fact]
    public async Task A_refresh_token_used_twice_closes_what_the_thief_has_open()
    {
        var tokens = (await api.Nobody.DataAsync(
            "mutation($input: SignUpInput!) { signUp(input: $input) { tokens { accessToken refreshToken } } }",
            new { input = new { email = "copied@example.com", password = TestApi.Password, displayName = "ada" } })).At("signUp.tokens");
        using var socket = await SubscribedAsync(api.WithToken(tokens.Text("accessToken")));

        for (var i = 0; i < 2; i++)
        {
            await api.Nobody.DataAsync(
                "mutation($token: String!) { refreshTokens(input: { refreshToken: $token }) { errors { ... on Error { code } } } }",
                new { token = tokens.Text("refreshToken") });
        }

        await AssertClosedAsync(socket);
    }

    [Fact]
    public async Task Signing_out_here_leaves_what_is_open_elsewhere()
    {
        var here = await api.SignUpAsync();
        using var socket = await SubscribedAsync(await api.SignInAsync(await here.EmailAsync()));
        using var foreign = await SubscribedAsync(await api.SignUpAsync());

        await here.DataAsync("mutation { signOut(input: {}) { signedOut } }");
        api.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("next", (await socket.ReceiveAsync()).Text("type"));
        Assert.Equal("next", (await foreign.ReceiveAsync()).Text("type"));
    }

    [Fact]
    public async Task A_stream_completes_when_its_token_expires()
    {
        using var stream = await StreamingAsync(await api.SignUpAsync());

        api.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));

        await AssertCompletedAsync(stream);
    }

    private static async Task<TestSocket> SubscribedAsync(TestClient client)
    {
        var socket = await client.ConnectAsync();
        Assert.Equal("connection_ack", (await socket.ReceiveAsync()).Text("type"));
        await socket.SubscribeAsync("1", Prices);
        Assert.Equal("next", (await socket.ReceiveAsync()).Text("type"));
        return socket;
    }

    private static async Task<TestStream> StreamingAsync(TestClient client)
    {
        var stream = await client.StreamAsync(Prices);
        Assert.Equal("next", await stream.NextEventAsync());
        return stream;
    }

    private static async Task AssertClosedAsync(TestSocket socket)
    {
        var message = await socket.ReceiveAsync();
        Assert.True(message.TryGetProperty("closed", out var status), message.ToString());
        Assert.Equal(4403, status.GetInt32());
    }

    private static async Task AssertCompletedAsync(TestStream stream)
    {
        // Prices that were on their way may still come before it.
        string? name;
        do name = await stream.NextEventAsync();
        while (name == "next");

        Assert.Equal("complete", name);
        Assert.Null(await stream.NextEventAsync());
    }
}
