using System.Threading.Tasks.Sources;

namespace Investr.GraphQL;

/// <summary>One reader's events. It is its own enumerator and its own awaitable: an event on its way to a waiting reader allocates
/// nothing.</summary>
internal sealed class TopicReader<T>(int capacity, Action<TopicReader<T>> left)
    : IAsyncEnumerable<T>, IAsyncEnumerator<T>, IValueTaskSource<bool> where T : class
{
    private readonly Lock _gate = new();
    private Queue<T>? _waiting;
    private ManualResetValueTaskSourceCore<bool> _next;
    private CancellationTokenRegistration _onEnding;
    private T? _current;
    private bool _isAwaited;
    private bool _hasEnded;

    public T Current => _current!;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _onEnding = cancellationToken.UnsafeRegister(static reader => ((TopicReader<T>)reader!).End(), this);
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        lock (_gate)
        {
            if (_hasEnded) return new(false);
            if (_waiting is not null && _waiting.TryDequeue(out _current)) return new(true);
            _isAwaited = true;
            _next.Reset();
            return new(this, _next.Version);
        }
    }

    /// <summary>Brings an event; a reader that waits goes on with it on this thread.</summary>
    public void Offer(T message)
    {
        lock (_gate)
        {
            if (_hasEnded) return;
            if (!_isAwaited)
            {
                _waiting ??= new();
                if (_waiting.Count == capacity) _waiting.Dequeue();
                _waiting.Enqueue(message);
                return;
            }

            (_isAwaited, _current) = (false, message);
        }

        _next.SetResult(true);
    }

    public ValueTask DisposeAsync()
    {
        _onEnding.Unregister();
        End();
        return default;
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _next.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _next.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _next.OnCompleted(continuation, state, token, flags);

    private void End()
    {
        bool wasAwaited;
        lock (_gate)
        {
            if (_hasEnded) return;
            (_hasEnded, wasAwaited, _isAwaited, _waiting) = (true, _isAwaited, false, null);
        }

        left(this);
        if (wasAwaited) _next.SetResult(false);
    }
}
