using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Investr.Benchmarks.Load;

/// <summary>A user of the product.</summary>
internal sealed class ApiClient(HttpClient http, string? token)
{
    /// <summary>Signs somebody up or in.</summary>
    public static async Task<ApiClient> OpenAsync(HttpClient http, string query, object input)
    {
        var answer = await new ApiClient(http, token: null).AskAsync(query, new { input });
        return new(http, answer.GetProperty("signedIn").GetProperty("tokens").GetProperty("accessToken").GetString());
    }

    /// <summary>The data of an answer, which must have no errors.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var answer = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync());
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException(errors.ToString()) : answer.GetProperty("data");
    }
}
