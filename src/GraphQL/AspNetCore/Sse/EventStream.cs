using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Investr.GraphQL.AspNetCore.Sse;

/// <summary>GraphQL over Server-Sent Events, distinct connections mode: one request, one stream of its responses.</summary>
internal sealed class EventStream(TimeSpan keepAlive, TimeProvider time, IHostApplicationLifetime? lifetime)
{
    /// <summary>A single response as a stream of one event; errors before execution come this way too.</summary>
    public static async Task WriteSingleAsync(HttpContext context, OperationResult result)
    {
        var events = SseWriter.Start(context.Response);
        await events.NextAsync(result, context.RequestAborted);
        await events.CompleteAsync(context.RequestAborted);
    }

    /// <summary>The responses as they come, until their source or their lifetime ends, the client goes or the server stops.</summary>
    public async Task WriteAsync(HttpContext context, ResponseStream stream)
    {
        await using var source = stream;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime?.ApplicationStopping ?? CancellationToken.None,
            context.Features.Get<IStreamLifetimeFeature>()?.Ended ?? CancellationToken.None);
        var events = SseWriter.Start(context.Response);
        // The client learns that the stream is open before its first event, however late that is.
        await events.KeepAliveAsync(ending.Token);
        try
        {
            await RelayAsync(stream, events, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
        }

        await events.CompleteAsync(context.RequestAborted);
    }

    private async Task RelayAsync(ResponseStream stream, SseWriter events, CancellationToken cancellationToken)
    {
        await using var results = stream.ReadResultsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var next = results.MoveNextAsync().AsTask();
            while (await IsSilentAsync(next, cancellationToken)) await events.KeepAliveAsync(cancellationToken);
            if (!await next) return;

            using var result = results.Current;
            await events.NextAsync(result, cancellationToken);
        }
    }

    /// <summary>Waits for the next response; true where none has come within the interval.</summary>
    private async Task<bool> IsSilentAsync(Task next, CancellationToken cancellationToken)
    {
        if (next.IsCompleted) return false;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(next, Task.Delay(keepAlive, time, waiting.Token));
        await waiting.CancelAsync();
        return first != next && !next.IsCompleted && !cancellationToken.IsCancellationRequested;
    }
}
