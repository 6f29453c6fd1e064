using System.Text;

namespace Investr.GraphQL.Tests.AspNetCore;

/// <summary>Answers in parts over each transport, and in one for clients that take no parts.</summary>
public sealed class IncrementalDeliveryTests
{
    private const string First = """{"data":{},"hasNext":true}""";
    private const string Last = """{"hasNext":false}""";

    private readonly FakeExecutor _executor = new();

    [Theory]
    [InlineData("multipart/mixed", IncrementalFormat.Current)]
    [InlineData("multipart/mixed;incrementalSpec=v0.2,application/json", IncrementalFormat.Current)]
    [InlineData("multipart/mixed; deferSpec=20220824, application/json", IncrementalFormat.Draft2022)]
    [InlineData("application/graphql-response+json, application/json, text/event-stream, multipart/mixed", IncrementalFormat.Current)]
    [InlineData("text/event-stream", IncrementalFormat.Current)]
    [InlineData("application/jsonl", IncrementalFormat.Current)]
    [InlineData("application/json", IncrementalFormat.Whole)]
    [InlineData("*/*", IncrementalFormat.Whole)]
    [InlineData("multipart/mixed;boundary=graphql;subscriptionSpec=1.0, application/json", IncrementalFormat.Whole)]
    [InlineData("multipart/mixed;q=0, application/json", IncrementalFormat.Whole)]
    public async Task What_a_client_accepts_decides_how_parts_come(string accept, IncrementalFormat format)
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await AskAsync(server, accept);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(format, Assert.Single(_executor.Asked).Request.Incremental);
    }

    [Theory]
    [InlineData("multipart/mixed", "multipart/mixed; boundary=\"-\"")]
    [InlineData("multipart/mixed;deferSpec=20220824", "multipart/mixed; boundary=\"-\"; deferSpec=20220824")]
    public async Task A_multipart_body_ends_each_part_with_it(string accept, string type)
    {
        Answer(First, Last);
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await AskAsync(server, accept);

        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        const string header = "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n";
        Assert.Equal($"\r\n---{header}{First}\r\n---{header}{Last}\r\n-----\r\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_whole_answer_for_a_client_of_parts_alone_is_one_part()
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await AskAsync(server, "multipart/mixed");

        Assert.EndsWith("\r\n\r\n{\"data\":{\"hello\":\"world\"}}\r\n-----\r\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_a_part()
    {
        Answer(First, Last);
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await AskAsync(server, "text/event-stream");

        Assert.Equal($"event: next\ndata: {First}\n\nevent: next\ndata: {Last}\n\nevent: complete\ndata:\n\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_line_is_a_part()
    {
        Answer(First, Last);
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await AskAsync(server, "application/jsonl");

        Assert.Equal("application/jsonl; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal($"{First}\n{Last}\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Each_part_is_sent_when_it_is_there()
    {
        var stream = new FakeStream(isIncremental: true);
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor);
        stream.Send(First);
        using var response = await AskAsync(server, "application/jsonl");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal(First, await lines.ReadLineAsync());
        stream.Send(Last);
        Assert.Equal(Last, await lines.ReadLineAsync());
        stream.End();
        Assert.Null(await lines.ReadLineAsync());
        await stream.Disposed.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Silence_between_parts_is_broken_by_parts_of_nothing()
    {
        var stream = new FakeStream(isIncremental: true);
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor, new() { KeepAliveInterval = TimeSpan.FromMilliseconds(20) });
        stream.Send(First);
        using var response = await AskAsync(server, "multipart/mixed");
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        while (await lines.ReadLineAsync() != "{\"hasNext\":true}")
        {
        }

        stream.End();
        Assert.EndsWith("\r\n-----\r\n", "\r\n" + await lines.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_stream()
    {
        var stream = new FakeStream(isIncremental: true);
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor);
        stream.Send(First);

        (await AskAsync(server, "multipart/mixed")).Dispose();

        await stream.Disposed.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_socket_gets_every_part_as_a_next_message()
    {
        const int parts = 200;
        var stream = new FakeStream(isIncremental: true);
        for (var i = 0; i < parts; i++) stream.Send($$"""{"part":{{i}}}""");
        stream.End();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor, new() { Sockets = new() { MaxQueuedResponses = 1 } });
        using var client = await WsClient.StartAsync(server);

        await client.SubscribeAsync("a");

        for (var i = 0; i < parts; i++)
        {
            Assert.Equal($$$"""{"id":"a","type":"next","payload":{"part":{{{i}}}}}""", await client.ReceiveAsync());
        }

        Assert.Equal("""{"id":"a","type":"complete"}""", await client.ReceiveAsync());
        Assert.Equal(IncrementalFormat.Current, Assert.Single(_executor.Asked).Request.Incremental);
    }

    private void Answer(params string[] parts)
    {
        var stream = new FakeStream(isIncremental: true);
        foreach (var part in parts) stream.Send(part);
        stream.End();
        _executor.Answer = (_, _) => new(stream);
    }

    private static async Task<HttpResponseMessage> AskAsync(TestServer server, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{ a }"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", accept);
        return await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
