using System.Text.Json;

namespace Investr.Conformance.Tests.Transport;

/// <summary>graphql-transport-ws by the client of its reference implementation, and by hand where a client would never go wrong.</summary>
public sealed class WebSocketConformanceTests(NodeProject node, TransportServer server) : IClassFixture<TransportServer>
{
    [Fact]
    public async Task The_client_of_graphql_ws_queries_mutates_and_subscribes()
    {
        var report = JsonElement.Parse(await node.RunAsync("ws-client.mjs", server.SocketAddress));

        AssertJson("""[{"hello":"world"}]""", report.GetProperty("query"));
        // 40 + 2 = 42
        AssertJson("""[{"add":42}]""", report.GetProperty("mutation"));
        AssertJson("""[{"refused":["Cannot query field \"nowhere\" on type \"Query\"."]}]""", report.GetProperty("refused"));
        AssertJson("""[{"countdown":3},{"countdown":2},{"countdown":1}]""", report.GetProperty("countdown"));
        AssertJson("""[{"endless":0},{"endless":1}]""", report.GetProperty("endless"));
        AssertJson("""[{"hello":"world"}]""", report.GetProperty("after"));
    }

    [Fact]
    public async Task Every_breach_of_the_protocol_has_its_close_code()
    {
        var report = await node.RunAsync("ws-close-codes.mjs", server.SocketAddress);

        AssertJson(
            """
            {
              "garbage": 4400, "unknownType": 4400, "subscribeBeforeInit": 4401, "rejectedInit": 4403, "otherSubprotocol": 4406,
              "noInit": 4408, "duplicateId": 4409, "secondInit": 4429
            }
            """,
            JsonElement.Parse(report));
    }

    [Fact]
    public async Task The_client_of_subscriptions_transport_ws_queries_mutates_and_subscribes()
    {
        var report = JsonElement.Parse(await node.RunAsync("legacy-ws-client.mjs", server.SocketAddress));

        foreach (var expected in ClientReport.Expected.EnumerateObject())
        {
            Assert.True(JsonElement.DeepEquals(expected.Value, report.GetProperty(expected.Name)), report.GetRawText());
        }

        Assert.Equal("Forbidden", report.GetProperty("rejected").GetString());
    }

    private static void AssertJson(string expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), actual), actual.GetRawText());
}
