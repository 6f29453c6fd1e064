using System.Net;
using System.Text;
using Investr.GraphQL.AspNetCore;

namespace Investr.GraphQL.Tests.AspNetCore;

public sealed class MultipartTests
{
    private const string Operations = """{"query":"mutation($f: Upload!) { a }","variables":{"input":{"file":null},"more":[null,null]}}""";
    private readonly FakeExecutor _executor = new();
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    public MultipartTests() => _executor.Answer = async (request, token) =>
    {
        foreach (var (place, file) in request.Files!)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            _files[place] = $"{file.Name}|{file.ContentType}|{file.Length}|{await reader.ReadToEndAsync(token)}";
        }

        return new FakeResult("{}");
    };

    [Fact]
    public async Task Files_come_by_the_places_they_stand_for_and_one_file_may_stand_at_two()
    {
        using var response = await SendAsync(
            new(), ("operations", Operations), ("map", """{"0":["variables.input.file"],"b":["variables.more.0","variables.more.1"]}"""),
            ("0", "first"), ("b", "second"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("0.csv|text/csv|5|first", _files["variables.input.file"]);
        Assert.Equal(("b.csv|text/csv|6|second", "b.csv|text/csv|6|second"), (_files["variables.more.0"], _files["variables.more.1"]));
    }

    [Fact]
    public async Task A_large_file_is_whole()
    {
        var content = new string('x', 1_000_000);

        using var response = await SendAsync(new(), ("operations", Operations), ("map", """{"0":["variables.input.file"]}"""), ("0", content));

        Assert.Equal($"0.csv|text/csv|1000000|{content}", _files["variables.input.file"]);
    }

    [Fact]
    public async Task Each_request_of_a_batch_has_its_own_files()
    {
        using var response = await SendAsync(
            new() { Batching = true },
            ("operations", $"[{Operations},{Operations}]"), ("map", """{"0":["0.variables.input.file"],"1":["1.variables.more.0"]}"""), ("0", "x"), ("1", "y"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["variables.input.file", "variables.more.0"], _files.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"0":["variables.input"]}""", "where the operations have no null")]
    [InlineData("""{"0":["variables.more.2"]}""", "where the operations have no null")]
    [InlineData("""{"0":["variables.input.file","variables.input.file"]}""", "twice")]
    [InlineData("""{"0":"variables.input.file"}""", "must be an array")]
    [InlineData("""{"0":["variables.input.file"],"1":["variables.more.0"]}""", "did not come: 1")]
    [InlineData("{}", "has no entry for the part")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("{", "must be JSON")]
    public async Task A_map_that_does_not_fit_is_refused(string map, string reason)
    {
        using var response = await SendAsync(new(), ("operations", Operations), ("map", map), ("0", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_executor.Asked);
    }

    [Fact]
    public async Task The_parts_come_in_their_order()
    {
        using var mapFirst = await SendAsync(new(), ("map", "{}"), ("operations", Operations));
        using var fileFirst = await SendAsync(new(), ("operations", Operations), ("0", "x"), ("map", """{"0":["variables.input.file"]}"""));

        Assert.Contains("\\\"operations\\\" is missing", await mapFirst.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\\\"map\\\" is missing", await fileFirst.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 1, HttpStatusCode.OK)]
    [InlineData(4, 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(5, 0, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Files_have_a_largest_size_and_number(int bytes, int files, HttpStatusCode status)
    {
        using var response = await SendAsync(
            new() { MaxUploadBytes = bytes, MaxUploadFiles = files },
            ("operations", Operations), ("map", """{"0":["variables.input.file"]}"""), ("0", "12345"));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Without_the_preflight_header_nothing_runs()
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var form = Form(("operations", Operations), ("map", """{"0":["variables.input.file"]}"""), ("0", "x"));

        using var response = await server.Client.PostAsync("/graphql", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_executor.Asked);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=other")]
    public async Task A_body_without_its_boundary_is_refused(string contentType)
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var content = new StringContent("--b\r\n", Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        content.Headers.TryAddWithoutValidation("GraphQL-Preflight", "1");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(GraphQLServerOptions options, params (string Name, string Content)[] parts)
    {
        await using var server = await TestServer.StartAsync(_executor, options);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = Form(parts) };
        request.Headers.Add("GraphQL-Preflight", "1");
        var response = await server.Client.SendAsync(request);
        await response.Content.LoadIntoBufferAsync();
        return response;
    }

    private static MultipartFormDataContent Form(params (string Name, string Content)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in parts)
        {
            if (name is "operations" or "map") form.Add(new StringContent(content), name);
            else form.Add(new StringContent(content, Encoding.UTF8) { Headers = { ContentType = new("text/csv") } }, name, name + ".csv");
        }

        return form;
    }
}
