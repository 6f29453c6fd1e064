using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Investr.TestKit;

namespace Investr.Benchmarks.Load;

/// <summary>A user of the product.</summary>
internal sealed class ApiClient : IDisposable
{
    private const string Password = "a horse that is correct";

    private readonly HttpClient _http;

    private ApiClient(ApiProcess api) => _http = new() { BaseAddress = new(api.Address), Timeout = TimeSpan.FromMinutes(5) };

    public static Task<ApiClient> SignUpAsync(ApiProcess api, string name) => OpenAsync(
        api,
        "mutation($input: SignUpInput!) { signedIn: signUp(input: $input) { tokens { accessToken } } }",
        new { email = $"{name}@example.com", password = Password, displayName = name, baseCurrency = "USD" });

    public static Task<ApiClient> SignInAsync(ApiProcess api, string name) => OpenAsync(
        api,
        "mutation($input: SignInInput!) { signedIn: signIn(input: $input) { tokens { accessToken } } }",
        new { email = $"{name}@example.com", password = Password });

    /// <summary>The data of an answer, which must have no errors.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await _http.PostAsJsonAsync("/graphql", new { query, variables });
        var answer = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException(errors.ToString()) : answer.GetProperty("data");
    }

    public void Dispose() => _http.Dispose();

    private static async Task<ApiClient> OpenAsync(ApiProcess api, string query, object input)
    {
        var client = new ApiClient(api);
        var answer = await client.AskAsync(query, new { input });
        var token = answer.GetProperty("signedIn").GetProperty("tokens").GetProperty("accessToken").GetString();
        client._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
