using Investr.Api.Tests.Host;

namespace Investr.Api.Tests.Hosting;

public sealed class CompressionTests(TestApi api) : IClassFixture<TestApi>
{
    [Fact]
    public async Task A_whole_answer_is_compressed_and_a_stream_is_not()
    {
        using var whole = await AskAsync("application/json");
        using var stream = await AskAsync("text/event-stream");

        Assert.Equal(["br"], whole.Content.Headers.ContentEncoding);
        Assert.Empty(stream.Content.Headers.ContentEncoding);
        Assert.StartsWith("event: next", await stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(string accept)
    {
        using var client = new HttpClient { BaseAddress = api.Address };
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{ __schema { types { name description } } }"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", accept);
        request.Headers.Add("Accept-Encoding", "br");
        return await client.SendAsync(request);
    }
}
