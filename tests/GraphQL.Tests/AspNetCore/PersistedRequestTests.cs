using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace Investr.GraphQL.Tests.AspNetCore;

public sealed class PersistedRequestTests
{
    private const string Hash = "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38";
    private readonly FakeExecutor _executor = new();

    [Theory]
    [InlineData("""{"documentId":"page","variables":{"a":1}}""", "page", null)]
    [InlineData("""{"id":"page","variables":{"a":1}}""", "page", null)]
    [InlineData($$$"""{"extensions":{"x":{"sha256Hash":"no"},"persistedQuery":{"version":1,"sha256Hash":"{{{Hash}}}"}},"variables":{"a":1}}""", null, Hash)]
    public async Task A_request_may_name_its_document(string body, string? id, string? hash)
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await server.Client.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var asked = Assert.Single(_executor.Asked);
        Assert.Equal(("", """{"a":1}"""), (asked.Query, asked.Variables));
        Assert.Equal((id, hash), (asked.Request.DocumentId, asked.Request.DocumentHash));
    }

    [Theory]
    [InlineData("documentId=page", "page", null)]
    [InlineData("extensions=%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22abc%22%7D%7D", null, "abc")]
    public async Task A_GET_may_name_its_document(string parameters, string? id, string? hash)
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await server.Client.GetAsync(new Uri($"/graphql?{parameters}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var asked = Assert.Single(_executor.Asked).Request;
        Assert.Equal((id, hash, AllowedOperations.Query), (asked.DocumentId, asked.DocumentHash, asked.Allowed));
    }

    [Theory]
    [InlineData("""{"variables":{}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1}}}""")]
    [InlineData("""{"extensions":{"persistedQuery":"x","sha256Hash":"y"}}""")]
    public async Task A_request_without_either_is_none(string body)
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await server.Client.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_executor.Asked);
    }

    [Fact]
    public async Task A_document_has_a_path_of_its_own()
    {
        await using var server = await TestServer.StartAsync(_executor, endpoints: app => app.MapGraphQLPersistedOperations());

        using var got = await server.Client.GetAsync(new Uri("/graphql/persisted/page?variables=%7B%22a%22:1%7D", UriKind.Relative));
        using var posted = await server.Client.PostAsync(
            "/graphql/persisted/page/Buy", new StringContent("""{"query":"{ other }","variables":{"a":2}}""", Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (got.StatusCode, posted.StatusCode));
        Assert.Equal(
            [("", "page", null, """{"a":1}"""), ("", "page", "Buy", """{"a":2}""")],
            _executor.Asked.Select(asked => (asked.Query, asked.Request.DocumentId, asked.OperationName, asked.Variables)));
    }
}
