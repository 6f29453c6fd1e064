using System.Net;
using System.Text.Json;
using Investr.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Builder;

namespace Investr.GraphQL.Tests.AspNetCore;

public sealed class ExplorerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("explorer").FullName;

    public ExplorerTests()
    {
        File.WriteAllText(Path.Combine(_folder, "index.html"), "<title>Explorer</title>");
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        File.WriteAllText(Path.Combine(_folder, "assets", "app.mjs"), "1");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_page_and_its_files_are_served_with_their_types()
    {
        await using var server = await StartAsync();

        using var page = await GetAsync(server, "/graphql/ui/");
        using var script = await GetAsync(server, "/graphql/ui/assets/app.mjs");
        using var missing = await GetAsync(server, "/graphql/ui/assets/none.js");

        Assert.Equal("<title>Explorer</title>", await page.Content.ReadAsStringAsync());
        Assert.Equal(("text/html", "text/javascript"), (page.Content.Headers.ContentType!.MediaType, script.Content.Headers.ContentType!.MediaType));
        Assert.True(page.Headers.CacheControl!.NoCache);
        Assert.Equal(TimeSpan.FromDays(1), script.Headers.CacheControl!.MaxAge);
        Assert.NotNull(script.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Its_configuration_points_to_the_endpoint_and_turns_telemetry_off()
    {
        await using var server = await StartAsync(new() { Document = "{ me }" });

        using var response = await GetAsync(server, "/graphql/ui/bcp-config.json");

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse("""{"endpoint":"../../graphql","useBrowserUrlAsEndpoint":true,"disableTelemetry":true,"graphQLDocument":"{ me }"}"""),
            JsonElement.Parse(await response.Content.ReadAsStringAsync())));
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql/ui")]
    public async Task A_browser_is_sent_there(string path)
    {
        await using var server = await StartAsync();

        using var response = await GetAsync(server, path, "text/html,application/xhtml+xml,*/*;q=0.8");

        Assert.Equal((HttpStatusCode.Redirect, "/graphql/ui/"), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Without_an_explorer_a_browser_reads_what_the_endpoint_is()
    {
        await using var server = await TestServer.StartAsync(new FakeExecutor());

        using var response = await GetAsync(server, "/graphql", "text/html,*/*;q=0.8");
        using var query = await GetAsync(server, "/graphql?query={a}", "text/html,*/*;q=0.8");

        Assert.Contains("GraphQL endpoint", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/json", query.Content.Headers.ContentType!.MediaType);
    }

    private Task<TestServer> StartAsync(ExplorerOptions? options = null) => TestServer.StartAsync(
        new FakeExecutor(), endpoints: app => app.MapGraphQLExplorer("/graphql/ui/", _folder, options));

    private static async Task<HttpResponseMessage> GetAsync(TestServer server, string path, string accept = "*/*")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        return await server.Client.SendAsync(request);
    }
}
