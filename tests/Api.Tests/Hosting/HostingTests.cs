using System.Net;
using Investr.Api.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Investr.Api.Tests.Hosting;

public sealed class HostingTests(TestApi api) : IClassFixture<TestApi>
{
    private const string Html = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_tells_that_it_is_well(string path)
    {
        using var response = await api.Nobody.GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (response.StatusCode, (await TestClient.ReadAsync(response)).Text("status")));
    }

    [Fact]
    public async Task A_browser_is_sent_to_the_explorer()
    {
        using var root = await api.Nobody.GetAsync("/", Html);
        Assert.Equal((HttpStatusCode.Redirect, "/graphql"), (root.StatusCode, root.Headers.Location?.OriginalString));

        SkipWithoutExplorer();
        using var endpoint = await api.Nobody.GetAsync("/graphql", Html);
        Assert.InRange((int)endpoint.StatusCode, 301, 308);
        Assert.EndsWith("/graphql/ui/", endpoint.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_explorer_is_served_from_here_and_tells_nobody()
    {
        SkipWithoutExplorer();

        using var page = await api.Nobody.GetAsync("/graphql/ui/", Html);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));

        using var config = await api.Nobody.GetAsync("/graphql/ui/bcp-config.json");
        var settings = await TestClient.ReadAsync(config);
        Assert.True(settings.At("disableTelemetry").GetBoolean(), settings.ToString());

        using var outside = await api.Nobody.GetAsync("/graphql/ui/..%2f..%2fappsettings.json");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public void The_log_keeps_to_the_levels_that_are_set()
    {
        var logs = api.Services.GetRequiredService<ILoggerFactory>();

        // The tests' host sets Critical for all, and the product's own settings Warning for EF Core.
        Assert.False(logs.CreateLogger("Investr").IsEnabled(LogLevel.Error));
        Assert.False(logs.CreateLogger("Microsoft.EntityFrameworkCore.Database.Command").IsEnabled(LogLevel.Information));
    }

    [Fact]
    public async Task What_it_takes_to_serve_is_told_part_by_part()
    {
        using var response = await api.Nobody.GetAsync("/health/ready");

        var parts = (await TestClient.ReadAsync(response)).At("parts");
        Assert.All((string[])["database", "market data", "service"], part => Assert.Equal("Healthy", parts.GetProperty(part).Text("status")));
    }

    private static void SkipWithoutExplorer() => Assert.SkipUnless(
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "explorer")), "The build left out the explorer, for there was no Node.");
}
