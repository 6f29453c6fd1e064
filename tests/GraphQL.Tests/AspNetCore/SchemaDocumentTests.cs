using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Investr.GraphQL.Tests.AspNetCore;

public sealed class SchemaDocumentTests
{
    [Fact]
    public async Task The_schema_is_text_that_a_client_keeps_until_it_changes()
    {
        await using var server = await TestServer.StartAsync(new FakeExecutor(), endpoints: app => app.MapGraphQLSchema());

        using var first = await server.Client.GetAsync(new Uri("/graphql/schema.graphql", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(again);

        Assert.Equal((HttpStatusCode.OK, "text/plain; charset=utf-8"), (first.StatusCode, first.Content.Headers.ContentType?.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
