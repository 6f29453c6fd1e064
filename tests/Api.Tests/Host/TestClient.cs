using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Investr.Api.Tests.Host;

/// <summary>A client that sends GraphQL text and reads JSON, as one user or as nobody.</summary>
public sealed class TestClient(Uri address, string? token)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1) })
    {
        DefaultRequestHeaders = { UserAgent = { new("tests", "1.0") } },
    };

    public string? Token => token;

    /// <summary>The whole answer, errors too.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await PostAsync(JsonContent.Create(new { query, variables }));
        return await ReadAsync(response);
    }

    /// <summary>The data of an answer that must have no errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The code of the first error of an answer.</summary>
    public async Task<string?> CodeAsync(string query, object? variables = null) => (await AskAsync(query, variables)).Code();

    /// <summary>Sends a file as a part of a multipart request: it takes the place of the null at variables.input.file.</summary>
    public async Task<JsonElement> UploadAsync(string query, object variables, byte[] file, bool preflight = true)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(new { query, variables })), "operations" },
            { new StringContent("""{ "0": ["variables.input.file"] }"""), "map" },
            { new ByteArrayContent(file), "0", "trades.csv" },
        };

        // What a browser does not send to another site without asking first.
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = form };
        if (preflight) request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await SendAsync(request);
        return await ReadAsync(response);
    }

    public Task<HttpResponseMessage> PostAsync(string body) => PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> PostAsync(HttpContent content) => SendAsync(new(HttpMethod.Post, "/graphql") { Content = content });

    public Task<HttpResponseMessage> GetAsync(string path, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null) request.Headers.Add("Accept", accept);
        return SendAsync(request);
    }

    /// <summary>A subscription as a stream of events: its lines as they come, from the first that says that it is open.</summary>
    public async Task<TestStream> StreamAsync(string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("Accept", "text/event-stream");
        return await TestStream.OpenAsync(await SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }

    public async Task<string> EmailAsync() => (await DataAsync("{ me { email } }")).Text("me.email")!;

    public async Task<string> UserIdAsync() => (await DataAsync("{ me { id } }")).Text("me.id")!;

    /// <summary>A socket that speaks graphql-transport-ws, connected as this client.</summary>
    public Task<TestSocket> ConnectAsync() => TestSocket.ConnectAsync(address, token);

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, text);
        return JsonElement.Parse(text);
    }

    private Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        request.RequestUri = new Uri(address, request.RequestUri!);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return Http.SendAsync(request, until, TestContext.Current.CancellationToken);
    }
}
