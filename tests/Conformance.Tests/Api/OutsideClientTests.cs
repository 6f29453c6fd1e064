using System.Text.RegularExpressions;
using Investr.TestKit;

namespace Investr.Conformance.Tests.Api;

/// <summary>The API process, driven by what any outside client has: npm's graphql, graphql-ws, and fetch; and by clients of others.</summary>
public sealed partial class OutsideClientTests(NodeProject node, ClientsProject clients)
{
    [Fact]
    public Task A_client_that_knows_nothing_of_ours_does_the_main_job_from_end_to_end() => RunAsync(node, "outside-client.test.mjs", atLeast: 10);

    [Fact]
    public Task Apollo_urql_graphql_sse_Relay_and_a_type_generator_work_with_the_API() => RunAsync(clients, "clients.test.mjs", atLeast: 5);

    // Apollo Client in both formats that it knows, urql in the one.
    [Fact]
    public Task Apollo_and_urql_read_answers_in_parts() => RunAsync(clients, "defer.test.mjs", atLeast: 3);

    private static async Task RunAsync(NodeProject project, string file, int atLeast)
    {
        project.SkipWithoutNode();
        await using var api = await ApiProcess.StartAsync(TestContext.Current.CancellationToken);

        var report = await RunAsync(api, project, file);

        // Its own summary, so that a script without tests is not taken for one that passed.
        Assert.Matches("(?m)^# fail 0\\s*$", report);
        Assert.True(int.Parse(Passed().Match(report).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= atLeast, report);
    }

    private static async Task<string> RunAsync(ApiProcess api, NodeProject project, string file)
    {
        var settings = new Dictionary<string, string?> { ["INVESTR_URL"] = api.Address, ["INVESTR_ADMIN"] = ApiProcess.Administrator };
        try
        {
            return await project.RunTestsAsync(file, settings);
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
