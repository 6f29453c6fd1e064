using System.Runtime.CompilerServices;

namespace Investr.GraphQL.Execution.Incremental;

/// <summary>§7 The first answer, and payloads that complete it. The next payload is worked for when it is asked for.</summary>
internal sealed class IncrementalStream(OperationRunner runner, Execution execution, OperationResult first, CancellationToken client) : ResponseStream
{
    private OperationResult? _first = first;
    private int _ended;

    public override bool IsIncremental => true;

    public override async IAsyncEnumerable<OperationResult> ReadResultsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            // Ended before the execution serves another request.
            await using var reading = cancellationToken.UnsafeRegister(static execution => ((Execution)execution!).Stop(), execution);
            yield return Interlocked.Exchange(ref _first, null) ?? throw new InvalidOperationException("The results have been read.");
            while (execution.HasMore)
            {
                var (payload, isLast) = await NextAsync(cancellationToken);
                yield return payload;
                if (isLast) break;
            }
        }
        finally
        {
            End();
        }
    }

    public override void Dispose() => End();

    public override ValueTask DisposeAsync()
    {
        End();
        return default;
    }

    private async ValueTask<(OperationResult Payload, bool IsLast)> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await runner.NextAsync(execution, cancellationToken), false);
        }
        catch (OperationCanceledException) when (!client.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (execution.GiveUp(runner.TimeIsUp()), true);
        }
    }

    private void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;

        Interlocked.Exchange(ref _first, null)?.Dispose();
        runner.Release(execution);
    }
}
