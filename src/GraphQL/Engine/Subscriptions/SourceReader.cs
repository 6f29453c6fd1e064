namespace Investr.GraphQL.Subscriptions;

/// <summary>Reads a source of events, and lets go of it when the token ends, even where the source itself does not listen.</summary>
internal sealed class SourceReader(IAsyncEnumerable<object?> source, CancellationToken ending) : IAsyncDisposable
{
    private const int Idle = 0;
    private const int Moving = 1;
    private const int Disposed = 2;

    private IAsyncEnumerator<object?>? _events;
    private int _state;

    public object? Current => _events!.Current;

    /// <summary>What the source ended with, where it failed.</summary>
    public Exception? Failure { get; private set; }

    /// <exception cref="OperationCanceledException">The token has ended.</exception>
    public async ValueTask<bool> MoveNextAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Moving, Idle) != Idle) return false;
        return await MoveAsync().WaitAsync(ending);
    }

    /// <summary>Ends the source. One that still works on its next event is ended when it has it.</summary>
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _state, Disposed) == Idle ? EndAsync() : default;

    private async Task<bool> MoveAsync()
    {
        try
        {
            _events ??= source.GetAsyncEnumerator(ending);
            return await _events.MoveNextAsync();
        }
        catch (Exception failure)
        {
            if (!ending.IsCancellationRequested) Failure = failure;
            return false;
        }
        finally
        {
            if (Interlocked.CompareExchange(ref _state, Idle, Moving) == Disposed) await EndAsync();
        }
    }

    private async ValueTask EndAsync()
    {
        if (_events is not null) await _events.DisposeAsync();
        else if (source is IAsyncDisposable unread) await unread.DisposeAsync();
    }
}
