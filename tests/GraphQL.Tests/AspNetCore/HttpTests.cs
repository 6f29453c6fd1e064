using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Investr.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.AspNetCore;

public sealed class HttpTests
{
    private const string GraphQLResponse = "application/graphql-response+json";
    private readonly FakeExecutor _executor = new();

    [Fact]
    public async Task A_request_reaches_the_executor_as_the_bytes_that_came()
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await PostAsync(
            server,
            """{"other":[1,{"query":2}],"query":"query A {\n a }","operationName":"A","variables":{"x": [1.50]},"extensions":{"e":1}}""");

        Assert.Equal("""{"data":{"hello":"world"}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(response.Content.Headers.ContentLength, 26);
        var asked = Assert.Single(_executor.Asked);
        Assert.Equal((@"query A {\n a }", true, "A"), (asked.Query, asked.IsEscaped, asked.OperationName));
        Assert.Equal(("""{"x": [1.50]}""", """{"e":1}"""), (asked.Variables, asked.Extensions));
        Assert.Equal(AllowedOperations.Query | AllowedOperations.Mutation, asked.Request.Allowed);
    }

    [Theory]
    [InlineData("report", CostMode.Report)]
    [InlineData("Validate", CostMode.Validate)]
    [InlineData("anything", CostMode.Enforce)]
    [InlineData(null, CostMode.Enforce)]
    public async Task A_header_asks_for_the_cost(string? header, CostMode mode)
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var content = new StringContent("""{"query":"{ a }"}""", Encoding.UTF8, "application/json");
        if (header is not null) content.Headers.Add("GraphQL-Cost", header);

        using var response = await server.Client.PostAsync("/graphql", content);

        Assert.Equal(mode, Assert.Single(_executor.Asked).Request.CostMode);
    }

    [Fact]
    public async Task A_body_that_comes_in_pieces_is_read_whole()
    {
        await using var server = await TestServer.StartAsync(_executor);
        var query = new string('a', 300_000);

        using var response = await PostAsync(server, $$"""{"query":"{{query}}"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(query, Assert.Single(_executor.Asked).Query);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", GraphQLResponse)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", GraphQLResponse)]
    [InlineData("application/json;q=0.5, APPLICATION/GRAPHQL-RESPONSE+JSON; charset=utf-8", GraphQLResponse)]
    [InlineData("application/json, application/graphql-response+json;q=0.4", "application/json")]
    [InlineData("application/graphql-response+json, */*", GraphQLResponse)]
    [InlineData("text/html, application/json;q=0, */*", GraphQLResponse)]
    [InlineData("text/event-stream, multipart/mixed, application/json", "application/json")]
    public async Task The_answer_has_the_type_that_the_client_prefers(string? accept, string type)
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await PostAsync(server, """{"query":"{ a }"}""", accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{type}; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    public async Task A_client_that_accepts_nothing_of_it_is_told_so(string accept)
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await PostAsync(server, """{"query":"{ a }"}""", accept);

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Empty(_executor.Asked);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=iso-8859-1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=\"UTF-8\"", HttpStatusCode.OK)]
    public async Task Bodies_are_json_in_utf8(string contentType, HttpStatusCode status)
    {
        await using var server = await TestServer.StartAsync(_executor);
        using var content = new ByteArrayContent("""{"query":"{ a }"}"""u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        using var response = await server.Client.PostAsync("/graphql", content);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("", "HC0012")]
    [InlineData("{ \"not a JSON", "HC0012")]
    [InlineData("{\"query\":\"{ a }\"} x", "HC0012")]
    [InlineData("{\"query\":\"\u00ff\"}", "HC0012")]
    [InlineData("1", "HC0009")]
    [InlineData("[{\"query\":\"{ a }\"}]", "HC0009")]
    [InlineData("{}", "HC0009")]
    [InlineData("{\"query\":null}", "HC0009")]
    [InlineData("{\"query\":\"{ a }\",\"operationName\":\"\\ud800\"}", "HC0009")]
    public async Task What_is_no_request_is_refused_with_a_well_formed_answer(string body, string code)
    {
        await using var server = await TestServer.StartAsync(_executor);
        // Latin-1, so that one of the bodies is not UTF-8.
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
        content.Headers.ContentType = new("application/json");

        using var response = await server.Client.PostAsync("/graphql", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var errors = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        Assert.Equal(code, errors[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Empty(_executor.Asked);
    }

    [Fact]
    public async Task Every_member_of_a_wrong_type_is_named_at_once()
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await PostAsync(server, """{"query":[1],"operationName":{"a":0},"variables":"x","extensions":[{}]}""");

        var errors = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        Assert.Equal(
            [
                "The query must be a string.", "The operationName must be a string.",
                "The variables must be a JSON object.", "The extensions must be a JSON object.",
            ],
            errors.EnumerateArray().Select(error => error.GetProperty("message").GetString()));
    }

    [Theory]
    [InlineData(StatusPolicy.Watershed, GraphQLResponse, "HC0014", 400)]
    [InlineData(StatusPolicy.Watershed, GraphQLResponse, "HC0017", 400)]
    [InlineData(StatusPolicy.Watershed, "application/json", "HC0017", 200)]
    [InlineData(StatusPolicy.Legacy, GraphQLResponse, "HC0017", 200)]
    [InlineData(StatusPolicy.Draft2026, GraphQLResponse, "HC0014", 400)]
    [InlineData(StatusPolicy.Draft2026, GraphQLResponse, "HC0017", 422)]
    [InlineData(StatusPolicy.Draft2026, "application/json", "HC0017", 200)]
    public async Task An_operation_that_could_not_run_has_the_status_of_the_policy(StatusPolicy policy, string accept, string code, int status)
    {
        _executor.Answers("""{"errors":[]}""", ResultKind.RequestError, new GraphQLError("No.") { Code = code });
        await using var server = await TestServer.StartAsync(_executor, new() { StatusPolicy = policy });

        using var response = await PostAsync(server, """{"query":"{ a }"}""", accept);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(StatusPolicy.Watershed, 200)]
    [InlineData(StatusPolicy.Draft2026, 294)]
    public async Task Errors_beside_the_data_are_a_success(StatusPolicy policy, int status)
    {
        _executor.Answers("""{"errors":[],"data":null}""", ResultKind.Executed, new GraphQLError("No."));
        await using var server = await TestServer.StartAsync(_executor, new() { StatusPolicy = policy });

        using var response = await PostAsync(server, """{"query":"{ a }"}""", GraphQLResponse);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_GET_runs_queries_alone()
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await server.Client.GetAsync(new Uri("/graphql?query={a}&variables={\"x\":1}&operationName=&extensions=", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var asked = Assert.Single(_executor.Asked);
        Assert.Equal(("{a}", false, (string?)null, """{"x":1}""", ""), (asked.Query, asked.IsEscaped, asked.OperationName, asked.Variables, asked.Extensions));
        Assert.Equal(AllowedOperations.Query, asked.Request.Allowed);
    }

    [Fact]
    public async Task A_mutation_by_GET_is_told_to_come_by_POST()
    {
        _executor.Answers("""{"errors":[]}""", ResultKind.OperationNotAllowed, new GraphQLError("No."));
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await server.Client.GetAsync(new Uri("/graphql?query=mutation{a}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql?query=")]
    [InlineData("/graphql?query={a}&variables=x")]
    [InlineData("/graphql?query={a}&variables=[1]")]
    [InlineData("/graphql?query={a}&extensions={}{}")]
    public async Task A_GET_with_wrong_parameters_is_refused(string url)
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await server.Client.GetAsync(new Uri(url, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Other_methods_are_not_allowed()
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await server.Client.DeleteAsync(new Uri("/graphql", UriKind.Relative));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.BadRequest)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task A_GET_needs_its_preflight_header_where_that_is_asked_for(bool isSent, HttpStatusCode status)
    {
        await using var server = await TestServer.StartAsync(_executor, new() { EnforcePreflightOnGet = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={a}");
        if (isSent) request.Headers.Add("Apollo-Require-Preflight", "1");

        using var response = await server.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData(40, HttpStatusCode.OK)]
    [InlineData(41, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_has_a_largest_size(int length, HttpStatusCode status)
    {
        await using var server = await TestServer.StartAsync(_executor, new() { MaxRequestBytes = 40 });
        var body = """{"query":"{ a }"}""".PadRight(length);

        using var sized = await PostAsync(server, body);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = Json(body) };
        chunked.Headers.TransferEncodingChunked = true;
        using var unsized = await server.Client.SendAsync(chunked);

        Assert.Equal((status, status), (sized.StatusCode, unsized.StatusCode));
    }

    [Fact]
    public async Task A_batch_is_answered_in_its_order_each_request_with_services_of_its_own()
    {
        var scopes = new List<object>();
        _executor.Answer = (request, _) =>
        {
            scopes.Add(request.Services.GetRequiredService<Scoped>());
            return new(new FakeResult($$"""{"data":{{scopes.Count}}}"""));
        };
        await using var server = await TestServer.StartAsync(_executor, new() { Batching = true, MaxBatchSize = 2 }, services => services.AddScoped<Scoped>());

        using var response = await PostAsync(server, """[{"query":"{a}"},{"query":"{b}","variables":{}}]""");
        using var tooMany = await PostAsync(server, """[{"query":"{a}"},{"query":"{b}"},{"query":"{c}"}]""");

        Assert.Equal("""[{"data":1},{"data":2}]""", await response.Content.ReadAsStringAsync());
        Assert.NotSame(scopes[0], scopes[1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMany.StatusCode);
    }

    [Fact]
    public async Task The_operation_ends_when_the_client_goes()
    {
        var (running, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        _executor.Answer = async (_, token) =>
        {
            running.SetResult();
            await using var registration = token.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, token);
            return new FakeResult("{}");
        };
        await using var server = await TestServer.StartAsync(_executor);
        using var leaving = new CancellationTokenSource();

        var request = server.Client.PostAsync("/graphql", Json("""{"query":"{ a }"}"""), leaving.Token);
        await running.Task;
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_result_goes_back_to_its_pool_once_it_is_written()
    {
        var result = new FakeResult("{}");
        _executor.Answer = (_, _) => new(result);
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await PostAsync(server, """{"query":"{ a }"}""");

        // The client may have read the response before the server goes on.
        Assert.True(SpinWait.SpinUntil(() => result.IsDisposed, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task An_interceptor_completes_the_request_or_refuses_it()
    {
        await using var server = await TestServer.StartAsync(_executor, services: services => services.AddSingleton<IHttpRequestInterceptor>(new TenantInterceptor()));

        using var accepted = await PostAsync(server, """{"query":"{ a }","operationName":"Known"}""");
        using var refused = await PostAsync(server, """{"query":"{ a }"}""");

        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Equal("Known", Assert.Single(_executor.Asked).Request.ContextData!["tenant"]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Name it.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interceptor_says_for_each_request_whether_it_may_ask_for_the_schema()
    {
        await using var server = await TestServer.StartAsync(_executor, services: services => services.AddSingleton<IHttpRequestInterceptor>(new SchemaForSome()));

        foreach (var name in (string[])["Developer", "Stranger", "Other"])
            (await PostAsync(server, $$"""{"query":"{ a }","operationName":"{{name}}"}""")).Dispose();

        Assert.Equal([true, false, null], _executor.Asked.Select(asked => asked.Request.AllowIntrospection));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_server_that_is_too_busy_says_so_by_its_status(string accept)
    {
        await using var server = await TestServer.StartAsync(_executor);
        _executor.Answers("""{"errors":[{"message":"Later."}]}""", ResultKind.TooBusy);

        using var response = await PostAsync(server, """{"query":"{ a }"}""", accept);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("""{"errors":[{"message":"Later."}]}""", await response.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> PostAsync(TestServer server, string body, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = Json(body) };
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await server.Client.SendAsync(request);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private sealed class Scoped;

    private sealed class SchemaForSome : IHttpRequestInterceptor
    {
        public ValueTask OnCreateAsync(HttpContext context, OperationRequestBuilder request, CancellationToken cancellationToken)
        {
            if (request.OperationName is "Developer" or "Stranger") request.AllowIntrospection(request.OperationName == "Developer");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class TenantInterceptor : IHttpRequestInterceptor
    {
        public ValueTask OnCreateAsync(HttpContext context, OperationRequestBuilder request, CancellationToken cancellationToken)
        {
            if (request.OperationName is null) throw new GraphQLException("Name it.");
            request.SetGlobalState("tenant", request.OperationName);
            return ValueTask.CompletedTask;
        }
    }
}
