using System.Text.Json;

namespace Investr.Conformance.Tests.Transport;

/// <summary>GraphQL over HTTP by the audits of its reference implementation.</summary>
public sealed class HttpAuditTests(NodeProject node, TransportServer server) : IClassFixture<TransportServer>
{
    [Fact]
    public async Task All_audits_of_graphql_http_are_ok()
    {
        var report = JsonElement.Parse(await node.RunAsync("http-audits.mjs", server.Address));

        Assert.Empty(report.GetProperty("failed").EnumerateArray().Select(audit => audit.GetString()));
        Assert.Equal(61, report.GetProperty("total").GetInt32());
    }
}
