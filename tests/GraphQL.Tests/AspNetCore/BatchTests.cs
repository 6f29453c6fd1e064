using System.Net;
using System.Text;

namespace Investr.GraphQL.Tests.AspNetCore;

/// <summary>Several operations in one body: requests, sets of variables, and both.</summary>
public sealed class BatchTests
{
    private readonly FakeExecutor _executor = new();

    public BatchTests() => _executor.Answer = (request, _) =>
        new(new FakeResult($"{{\"data\":{(request.Variables.IsEmpty ? "{}" : Encoding.UTF8.GetString(request.Variables.Span))}}}"));

    [Theory]
    [InlineData("""{"query":"{a}","variables":[{"n":1},{"n":2}]}""", """[{"data":{"n":1}},{"data":{"n":2}}]""")]
    [InlineData("""[{"query":"{a}","variables":[{"n":1},{"n":2}]},{"query":"{b}"}]""", """[{"data":{"n":1}},{"data":{"n":2}},{"data":{}}]""")]
    public async Task Each_set_of_variables_has_its_result(string body, string expected)
    {
        await using var server = await TestServer.StartAsync(_executor, new() { Batching = true, VariableBatching = true });

        using var response = await AskAsync(server, body, "application/json");

        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(
        """{"query":"{a}","variables":[{"n":1},{"n":2}]}""",
        "{\"variableIndex\":0,\"data\":{\"n\":1}}\n{\"variableIndex\":1,\"data\":{\"n\":2}}\n")]
    [InlineData(
        """[{"query":"{a}"},{"query":"{b}","variables":[{"n":1}]}]""",
        "{\"requestIndex\":0,\"data\":{}}\n{\"requestIndex\":1,\"variableIndex\":0,\"data\":{\"n\":1}}\n")]
    public async Task A_client_of_streams_gets_one_result_after_another(string body, string expected)
    {
        await using var server = await TestServer.StartAsync(_executor, new() { Batching = true, VariableBatching = true });

        using var response = await AskAsync(server, body, "application/jsonl");

        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_result_is_a_part_of_a_multipart_body()
    {
        await using var server = await TestServer.StartAsync(_executor, new() { Batching = true });

        using var response = await AskAsync(server, """[{"query":"{a}"},{"query":"{b}"}]""", "multipart/mixed");

        const string header = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n";
        Assert.Equal(
            $"\r\n---{header}{{\"requestIndex\":0,\"data\":{{}}}}\r\n---{header}{{\"requestIndex\":1,\"data\":{{}}}}\r\n-----\r\n",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"query":"{a}","variables":[{"n":1},{"n":2}]}""", true, 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("""{"query":"{a}","variables":[{"n":1},{"n":2}]}""", true, 2, HttpStatusCode.OK)]
    [InlineData("""{"query":"{a}","variables":[{"n":1}]}""", false, 2, HttpStatusCode.BadRequest)]
    [InlineData("""{"query":"{a}","variables":[]}""", true, 2, HttpStatusCode.BadRequest)]
    [InlineData("""{"query":"{a}","variables":[1]}""", true, 2, HttpStatusCode.BadRequest)]
    public async Task Sets_are_taken_where_they_are_allowed_and_few(string body, bool allowed, int most, HttpStatusCode status)
    {
        await using var server = await TestServer.StartAsync(_executor, new() { VariableBatching = allowed, MaxBatchSize = most });

        using var response = await AskAsync(server, body, "application/json");

        Assert.Equal(status, response.StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(TestServer server, string body, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", accept);
        return server.Client.SendAsync(request);
    }
}
