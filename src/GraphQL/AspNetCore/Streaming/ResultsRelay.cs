using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Investr.GraphQL.AspNetCore.Streaming;

/// <summary>Sends the results of a stream as they come, with signs of life in between.</summary>
internal sealed class ResultsRelay(TimeSpan keepAlive, TimeProvider time, IHostApplicationLifetime? lifetime, IServerDiagnosticEvents? events)
{
    /// <summary>A single result as a body of one.</summary>
    public static async Task SendSingleAsync(HttpContext context, OperationResult result, IResultsWriter output)
    {
        await output.NextAsync(result, context.RequestAborted);
        await output.CompleteAsync(context.RequestAborted);
    }

    /// <summary>The results as they come, until their source or their lifetime ends, the client goes or the server stops.</summary>
    public async Task SendAsync(HttpContext context, ResponseStream stream, IResultsWriter output)
    {
        await using var source = stream;
        using var scope = events?.EventStream(context);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime?.ApplicationStopping ?? CancellationToken.None,
            context.Features.Get<IStreamLifetimeFeature>()?.Ended ?? CancellationToken.None);
        try
        {
            // The client learns that the stream is open before its first event, however late that is.
            if (!stream.IsIncremental) await output.KeepAliveAsync(ending.Token);
            await RelayAsync(stream, output, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
        }

        await output.CompleteAsync(context.RequestAborted);
    }

    /// <summary>The results as they come, until their source ends.</summary>
    /// <exception cref="OperationCanceledException">The token has ended.</exception>
    public async Task RelayAsync(ResponseStream stream, IResultsWriter output, CancellationToken cancellationToken)
    {
        await using var results = stream.ReadResultsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = Task.FromResult(true);
        try
        {
            while (true)
            {
                next = results.MoveNextAsync().AsTask();
                while (await IsSilentAsync(next, cancellationToken)) await output.KeepAliveAsync(cancellationToken);
                if (!await next) return;

                using var result = results.Current;
                await output.NextAsync(result, cancellationToken);
            }
        }
        finally
        {
            // A source is let go of when it is not at work any more.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
