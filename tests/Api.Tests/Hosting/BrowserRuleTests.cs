using System.Net;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Hosting;

/// <summary>What browsers are told: headers of security, who may call from another site, that TLS is to stay.</summary>
public sealed class BrowserRuleTests
{
    private const string App = "https://app.example.com";

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/graphql/schema.graphql")]
    [InlineData("/graphql?query={__typename}")]
    [InlineData("/nowhere")]
    public async Task Every_answer_says_that_it_is_not_to_be_run_framed_or_guessed_at(string path)
    {
        await using var api = await StartedAsync();
        using var response = await api.Nobody.GetAsync(path);

        Assert.Equal("nosniff", HeaderOf(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", HeaderOf(response, "Referrer-Policy"));
        Assert.StartsWith("default-src 'none'; frame-ancestors 'none'", HeaderOf(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("camera=()", HeaderOf(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Null(HeaderOf(response, "Server"));
    }

    [Fact]
    public async Task The_explorers_page_may_run_its_own_scripts_and_call_nobody_else()
    {
        await using var api = await StartedAsync();
        using var response = await api.Nobody.GetAsync("/graphql/ui/");

        var policy = HeaderOf(response, "Content-Security-Policy")!;
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains($"connect-src 'self' ws://{api.Address.Authority} wss://{api.Address.Authority};", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_site_may_call_unless_it_is_named()
    {
        await using var closed = await StartedAsync();
        using var preflight = await PreflightAsync(closed, App);
        Assert.Null(HeaderOf(preflight, "Access-Control-Allow-Origin"));

        await using var open = await StartedAsync(("Cors:Origins:0", App));
        using var named = await PreflightAsync(open, App);
        using var another = await PreflightAsync(open, "https://evil.example.com");

        Assert.Equal(App, HeaderOf(named, "Access-Control-Allow-Origin"));
        Assert.Contains("Authorization", HeaderOf(named, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
        Assert.Null(HeaderOf(named, "Access-Control-Allow-Credentials"));
        Assert.Null(HeaderOf(another, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Behind_a_known_proxy_with_TLS_browsers_are_told_to_keep_to_it()
    {
        await using var api = await StartedAsync(("Proxies:Known:0", "127.0.0.0/8"), ("Proxies:Known:1", "::1"));

        using var response = await ForwardedAsync(api);

        Assert.Equal("max-age=31536000; includeSubDomains", HeaderOf(response, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_proxy_that_is_not_known_is_not_believed()
    {
        await using var api = await StartedAsync(("Proxies:Known:0", "10.1.2.3"));

        using var response = await ForwardedAsync(api);

        Assert.Null(HeaderOf(response, "Strict-Transport-Security"));
    }

    private static async Task<TestApi> StartedAsync(params (string Name, string? Value)[] settings)
    {
        var api = new TestApi(settings);
        await api.InitializeAsync();
        return api;
    }

    private static Task<HttpResponseMessage> PreflightAsync(TestApi api, string origin) => SendAsync(
        api, HttpMethod.Options, "/graphql", ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type"));

    private static Task<HttpResponseMessage> ForwardedAsync(TestApi api) => SendAsync(
        api, HttpMethod.Get, "/health/live", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "investr.example.com"));

    private static async Task<HttpResponseMessage> SendAsync(TestApi api, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(api.Address, path));
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode < HttpStatusCode.InternalServerError);
        return response;
    }

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;
}
