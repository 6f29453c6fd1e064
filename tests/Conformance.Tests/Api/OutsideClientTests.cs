using System.Text.RegularExpressions;

namespace Investr.Conformance.Tests.Api;

/// <summary>The API process, driven by what any outside client has: npm's graphql, graphql-ws, and fetch.</summary>
public sealed partial class OutsideClientTests(NodeProject node)
{
    [Fact]
    public async Task A_client_that_knows_nothing_of_ours_does_the_main_job_from_end_to_end()
    {
        node.SkipWithoutNode();
        await using var api = await ApiProcess.StartAsync(TestContext.Current.CancellationToken);

        var report = await RunAsync(api);

        // Its own summary, so that a script without tests is not taken for one that passed.
        Assert.Matches("(?m)^# fail 0\\s*$", report);
        Assert.True(int.Parse(Passed().Match(report).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) > 10, report);
    }

    private async Task<string> RunAsync(ApiProcess api)
    {
        var settings = new Dictionary<string, string?> { ["INVESTR_URL"] = api.Address, ["INVESTR_ADMIN"] = ApiProcess.Administrator };
        try
        {
            return await node.RunTestsAsync("outside-client.test.mjs", settings);
        }
        catch (InvalidOperationException failure)
        {
            Assert.Fail($"{failure.Message}\n\nThe API wrote:\n{api.Output}");
            throw;
        }
    }

    [GeneratedRegex("(?m)^# pass (\\d+)")]
    private static partial Regex Passed();
}
