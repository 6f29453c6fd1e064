using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Investr.TestKit;

/// <summary>
/// A market's API on a port of this machine: it gives the answers that a test has laid out, over real HTTP and WebSockets, and
/// remembers what it was asked. What nobody laid out is answered with 404 and a text that says so.
/// </summary>
public sealed class MarketStub : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, Func<StubCall, StubAnswer>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StubSocket> _sockets = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<StubCall> _calls = new();
    private readonly CancellationTokenSource _stopping = new();

    private volatile StubAnswer? _anything;

    private MarketStub(WebApplication server) => _server = server;

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>All that it was asked, in order, apart from WebSockets.</summary>
    public IReadOnlyList<StubCall> Calls => [.. _calls];

    public static async Task<MarketStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<KestrelServerOptions>(options => options.Listen(IPAddress.Loopback, 0));

        var server = builder.Build();
        var stub = new MarketStub(server);
        server.UseWebSockets();
        server.Run(stub.AnswerAsync);
        await server.StartAsync();
        stub.Address = new Uri(server.Urls.Single().TrimEnd('/') + "/");
        return stub;
    }

    /// <summary>Gives these answers at a path, one after the other, and the last one ever after.</summary>
    public MarketStub Answers(string path, params StubAnswer[] answers)
    {
        var next = -1;
        return Answers(path, _ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
    }

    /// <summary>Gives this answer wherever nothing else was laid out.</summary>
    public MarketStub AnswersAnything(StubAnswer answer)
    {
        _anything = answer;
        return this;
    }

    /// <summary>Answers at a path by what was asked.</summary>
    public MarketStub Answers(string path, Func<StubCall, StubAnswer> answer)
    {
        _answers[path] = answer;
        return this;
    }

    /// <summary>Answers as it was once recorded: at the same path, if the query has at least what it had then.</summary>
    public MarketStub Answers(RecordedAnswer recorded) => Answers(
        recorded.Path,
        call => recorded.Query.All(asked => call.Query.GetValueOrDefault(asked.Key) == asked.Value)
            ? recorded.Answer
            : new StubAnswer($"{recorded.Id} was recorded for another query than {call.QueryString}.") { Status = 404 });

    /// <summary>Opens WebSockets at a path.</summary>
    public StubSocket Socket(string path) => _sockets.GetOrAdd(path, _ => new StubSocket());

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;

        await _stopping.CancelAsync();
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        if (context.WebSockets.IsWebSocketRequest && _sockets.TryGetValue(path, out var socket))
        {
            await socket.ServeAsync(context, aborted.Token);
            return;
        }

        var call = await StubCall.ReadAsync(context.Request);
        _calls.Enqueue(call);
        var answer = _answers.TryGetValue(path, out var answers)
            ? answers(call)
            : _anything ?? new StubAnswer($"Nothing was laid out for {path}.") { Status = 404, ContentType = "text/plain" };
        await answer.WriteAsync(context, aborted.Token);
    }
}
