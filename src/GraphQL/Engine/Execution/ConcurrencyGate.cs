namespace Investr.GraphQL.Execution;

/// <summary>Lets so many operations run side by side, and so many wait for their turn.</summary>
internal sealed class ConcurrencyGate(int maxRunning, int maxWaiting) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(maxRunning);
    private int _waiting;

    /// <summary>Takes a turn, at once where one is free.</summary>
    /// <param name="isNew">Whether it may be refused: what has begun, an answer in parts or a subscription, goes on.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where too many wait already.</returns>
    public ValueTask<bool> EnterAsync(bool isNew, CancellationToken cancellationToken) =>
        _turns.Wait(0, cancellationToken) ? new(true) : WaitAsync(isNew, cancellationToken);

    public void Leave() => _turns.Release();

    public void Dispose() => _turns.Dispose();

    private async ValueTask<bool> WaitAsync(bool isNew, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > maxWaiting && isNew) return false;

            await _turns.WaitAsync(cancellationToken);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
