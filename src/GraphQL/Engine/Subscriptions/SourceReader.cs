namespace Investr.GraphQL.Subscriptions;

/// <summary>Reads a source of events, and lets go of it when the token ends, even where the source itself does not listen.</summary>
internal sealed class SourceReader(IAsyncEnumerable<object?> source, CancellationToken ending) : IAsyncDisposable
{
    private IAsyncEnumerator<object?>? _events;
    private Task<bool> _next = Task.FromResult(false);

    public object? Current => _events!.Current;

    /// <summary>What the source ended with, where it failed.</summary>
    public Exception? Failure { get; private set; }

    public async ValueTask<bool> MoveNextAsync()
    {
        try
        {
            _events ??= source.GetAsyncEnumerator(ending);
            var next = _events.MoveNextAsync();
            if (next.IsCompletedSuccessfully) return next.Result;

            _next = next.AsTask();
            return await _next.WaitAsync(ending);
        }
        catch (Exception failure) when (!ending.IsCancellationRequested)
        {
            Failure = failure;
            return false;
        }
    }

    /// <summary>Ends the source. One that still works on its next event is ended when it has it.</summary>
    public ValueTask DisposeAsync()
    {
        if (_next.IsCompleted) return EndAsync();
        _ = EndLateAsync();
        return ValueTask.CompletedTask;
    }

    private async Task EndLateAsync()
    {
        await ((Task)_next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndAsync();
    }

    private async ValueTask EndAsync()
    {
        if (_events is not null) await _events.DisposeAsync();
        else if (source is IAsyncDisposable unread) await unread.DisposeAsync();
    }
}
