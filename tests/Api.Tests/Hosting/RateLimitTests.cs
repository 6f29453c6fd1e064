using System.Net;
using Investr.Api.Hosting;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Hosting;

public sealed class RateLimitTests
{
    private const string Guess = """signIn(input: { email: "ada@example.com", password: "a guess" }) { errors { ... on Error { code } } }""";

    [Fact]
    public async Task Attempts_to_sign_in_are_counted_one_by_one_however_many_a_request_brings()
    {
        await using var api = await StartedAsync(("RateLimits:SignInBurst", "3"));

        var answer = await api.Nobody.AskAsync($"mutation {{ a: {Guess} b: {Guess} c: {Guess} d: {Guess} }}");

        // Three were tried; the fourth was not looked at.
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal((SignInLimiter.Code, "d"), (answer.Code(), error.GetProperty("path")[0].GetString()));
    }

    [Theory]
    [InlineData("""mutation { signUp(input: { email: "eve@example.com", password: "a horse that is correct", displayName: "Eve" }) { errors { ... on Error { code } } } }""")]
    [InlineData("""mutation { refreshTokens(input: { refreshToken: "x" }) { errors { ... on Error { code } } } }""")]
    public async Task Signing_up_and_refreshing_count_alike(string attempt)
    {
        await using var api = await StartedAsync(("RateLimits:SignInBurst", "1"));
        await api.Nobody.AskAsync($"mutation {{ {Guess} }}");

        Assert.Equal(SignInLimiter.Code, await api.Nobody.CodeAsync(attempt));
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_to_wait()
    {
        await using var api = await StartedAsync(("RateLimits:Burst", "2"), ("RateLimits:PerSecond", "1"));

        HttpStatusCode last;
        string? wait;
        var asked = 0;
        do
        {
            using var response = await api.Nobody.GetAsync("/graphql?query={__typename}");
            (last, wait) = (response.StatusCode, response.Headers.RetryAfter?.ToString());
        }
        while (last == HttpStatusCode.OK && ++asked < 100);

        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (last, wait));
        using var health = await api.Nobody.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void A_network_of_one_household_is_one_caller(string one, string other, bool same) =>
        Assert.Equal(same, Caller.Of(IPAddress.Parse(one)) == Caller.Of(IPAddress.Parse(other)));

    private static async Task<TestApi> StartedAsync(params (string Name, string? Value)[] settings)
    {
        var api = new TestApi([("RateLimits:Enabled", "true"), .. settings]);
        await api.InitializeAsync();
        return api;
    }
}
