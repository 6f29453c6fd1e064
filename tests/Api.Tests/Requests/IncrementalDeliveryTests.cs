using System.Text;
using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Requests;

/// <summary>The whole API's answers in parts.</summary>
public sealed class IncrementalDeliveryTests(TestApi api) : IClassFixture<TestApi>
{
    [Theory]
    [InlineData("multipart/mixed", "multipart/mixed")]
    [InlineData("application/json", "application/json")]
    public async Task What_is_deferred_comes_later_where_the_client_takes_parts(string accept, string type)
    {
        var ada = await api.SignUpAsync();

        using var response = await AskAsync(ada, accept, "{ me { displayName ... @defer { email } } }");

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(accept == "multipart/mixed", body.Contains("\"pending\":[{\"id\":\"0\",\"path\":[\"me\"]}]", StringComparison.Ordinal));
        Assert.Contains("\"email\":\"ada.", body, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(TestClient user, string accept, string query)
    {
        using var client = new HttpClient { BaseAddress = api.Address };
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent($$"""{"query":"{{query}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", accept);
        request.Headers.Add("Authorization", $"Bearer {user.Token}");
        return await client.SendAsync(request);
    }
}
