using System.Text.Json;

namespace Investr.Conformance.Tests.Transport;

/// <summary>GraphQL over Server-Sent Events by the client of graphql-sse, in both modes, and by hand where a client would never go
/// wrong.</summary>
public sealed class EventStreamConformanceTests(NodeProject node, TransportServer server) : IClassFixture<TransportServer>
{
    [Theory]
    [InlineData("distinct")]
    [InlineData("single")]
    public async Task The_client_of_graphql_sse_queries_mutates_and_subscribes(string mode)
    {
        var report = JsonElement.Parse(await node.RunAsync("sse-client.mjs", server.Address, mode));

        Assert.True(JsonElement.DeepEquals(ClientReport.Expected, report), report.GetRawText());
    }

    [Fact]
    public async Task Every_step_of_the_single_connection_mode_has_its_status()
    {
        var report = JsonElement.Parse(await node.RunAsync("sse-statuses.mjs", server.Address));

        Assert.True(
            JsonElement.DeepEquals(
                JsonElement.Parse(
                    """
                    {
                      "reserve": 201, "open": 200, "openAgain": 409, "unknownToken": 404, "withoutId": 400, "begin": 202, "beginAgain": 409,
                      "unknownStream": 404, "stopWithoutId": 400, "stop": 200, "beginAnew": 202
                    }
                    """),
                report),
            report.GetRawText());
    }
}

/// <summary>What the scripts of clients print when all goes well.</summary>
internal static class ClientReport
{
    /// <summary>40 + 2 = 42 is the mutation's.</summary>
    public static JsonElement Expected { get; } = JsonElement.Parse(
        """
        {
          "query": [{"hello":"world"}],
          "mutation": [{"add":42}],
          "refused": [{"refused":["Cannot query field \"nowhere\" on type \"Query\"."]}],
          "countdown": [{"countdown":3},{"countdown":2},{"countdown":1}],
          "endless": [{"endless":0},{"endless":1}],
          "after": [{"hello":"world"}]
        }
        """);
}
