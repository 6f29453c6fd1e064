using System.Text;
using Investr.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Builder;

namespace Investr.GraphQL.Tests.AspNetCore;

public sealed class EventStreamTests
{
    private readonly FakeExecutor _executor = new();

    [Fact]
    public async Task A_query_is_one_event_and_the_end()
    {
        await using var server = await TestServer.StartAsync(_executor);

        using var response = await OpenAsync(server);

        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "event: next\ndata: {\"data\":{\"hello\":\"world\"}}\n\nevent: complete\ndata:\n\n", await response.Content.ReadAsStringAsync());
        Assert.True(Assert.Single(_executor.Asked).Request.Allowed.HasFlag(AllowedOperations.Subscription));
    }

    [Fact]
    public async Task Events_come_as_they_happen_and_their_results_are_let_go()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor);
        using var response = await OpenAsync(server);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal((":", ""), (await lines.ReadLineAsync(), await lines.ReadLineAsync()));

        var first = stream.Send("1");
        Assert.Equal(("event: next", "data: 1", ""), (await lines.ReadLineAsync(), await lines.ReadLineAsync(), await lines.ReadLineAsync()));
        stream.Send("2");
        stream.End();

        Assert.Equal("event: next\ndata: 2\n\nevent: complete\ndata:\n\n", await lines.ReadToEndAsync());
        Assert.True(first.IsDisposed);
        await stream.Disposed.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Silence_is_broken_by_comments()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor, new() { KeepAliveInterval = TimeSpan.FromMilliseconds(20) });
        using var response = await OpenAsync(server);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());

        for (var i = 0; i < 3; i++) Assert.Equal((":", ""), (await lines.ReadLineAsync(), await lines.ReadLineAsync()));
    }

    [Fact]
    public async Task The_source_ends_when_the_client_goes()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor);

        var response = await OpenAsync(server);
        response.Dispose();

        await stream.Disposed.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task The_stream_is_completed_when_the_server_stops()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        await using var server = await TestServer.StartAsync(_executor);
        using var response = await OpenAsync(server);

        var stopping = server.StopAsync();

        Assert.EndsWith("event: complete\ndata:\n\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await stopping;
    }

    [Fact]
    public async Task The_stream_is_completed_when_its_lifetime_ends()
    {
        var stream = new FakeStream();
        _executor.Answer = (_, _) => new(stream);
        using var lifetime = new CancellationTokenSource();
        await using var server = await TestServer.StartAsync(_executor, endpoints: app => app.Use((context, next) =>
        {
            context.Features.Set<IStreamLifetimeFeature>(new Lifetime(lifetime.Token));
            return next();
        }));
        using var response = await OpenAsync(server);

        await lifetime.CancelAsync();

        Assert.EndsWith("event: complete\ndata:\n\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await stream.Disposed.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private sealed record Lifetime(CancellationToken Ended) : IStreamLifetimeFeature;

    private static async Task<HttpResponseMessage> OpenAsync(TestServer server)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"subscription { a }"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", "text/event-stream");
        return await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
