using System.Globalization;
using System.Text.RegularExpressions;
using Investr.Api.Tests.Host;
using Investr.GraphQL;
using Investr.GraphQL.AspNetCore;
using Investr.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Api.Tests.Hosting;

/// <summary>The limits that docs/operations.md tells are those that hold.</summary>
public sealed partial class LimitTableTests(TestApi api) : IClassFixture<TestApi>
{
    [Fact]
    public void Every_limit_of_the_page_is_the_one_that_holds()
    {
        var server = api.Services.GetRequiredService<GraphQLServerOptions>();
        var requests = api.Services.GetRequiredService<RequestOptions>();
        var owners = ((object[])[server, server.EventStreams, server.Sockets, requests, requests.Cost]).ToDictionary(options => options.GetType().Name);

        var told = Row().Matches(File.ReadAllText(Path.Combine(Repository.Folder, "docs/operations.md")));

        Assert.True(told.Count >= 20, $"{told.Count} limits were found.");
        Assert.All(told, row =>
        {
            var owner = owners[row.Groups["owner"].Value];
            var held = owner.GetType().GetProperty(row.Groups["limit"].Value)!.GetValue(owner);
            Assert.Equal(row.Groups["value"].Value.Replace(",", "", StringComparison.Ordinal), Convert.ToString(held, CultureInfo.InvariantCulture));
        });
    }

    [GeneratedRegex(@"(?m)^\| `(?<owner>\w+Options)\.(?<limit>\w+)` \| (?<value>\S+) \|")]
    private static partial Regex Row();
}
