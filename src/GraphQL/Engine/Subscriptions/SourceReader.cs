using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Investr.GraphQL.Subscriptions;

/// <summary>Reads a source of events, and lets go of it when the token ends, even where the source itself does not listen.</summary>
/// <remarks>One event after another is awaited through this one object: a task and a registration for each event and subscriber were a
/// tenth of what an event costs (tests/Benchmarks, fan-out).</remarks>
internal sealed class SourceReader : IAsyncDisposable, IValueTaskSource<bool>
{
    private const int Idle = 0;
    private const int Moving = 1;
    private const int Disposed = 2;

    private readonly IAsyncEnumerable<object?> _source;
    private readonly CancellationToken _ending;
    private readonly CancellationTokenRegistration _onEnding;
    private readonly Action _onMoved;
    private IAsyncEnumerator<object?>? _events;
    private ValueTaskAwaiter<bool> _move;
    private ManualResetValueTaskSourceCore<bool> _answer;
    private int _state;
    private int _isAwaited;

    public SourceReader(IAsyncEnumerable<object?> source, CancellationToken ending)
    {
        (_source, _ending, _onMoved) = (source, ending, OnMoved);
        _onEnding = ending.UnsafeRegister(static (reader, token) => ((SourceReader)reader!).OnEnding(token), this);
    }

    public object? Current => _events!.Current;

    /// <summary>What the source ended with, where it failed.</summary>
    public Exception? Failure { get; private set; }

    /// <exception cref="OperationCanceledException">The token has ended.</exception>
    public ValueTask<bool> MoveNextAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Moving, Idle) != Idle) return new(false);

        _answer.Reset();
        Volatile.Write(ref _isAwaited, 1);
        if (_ending.IsCancellationRequested) OnEnding(_ending);
        Move();
        return new(this, _answer.Version);
    }

    /// <summary>Ends the source. One that still works on its next event is ended when it has it.</summary>
    public ValueTask DisposeAsync()
    {
        _onEnding.Unregister();
        return Interlocked.Exchange(ref _state, Disposed) == Idle ? EndAsync() : default;
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _answer.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _answer.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _answer.OnCompleted(continuation, state, token, flags);

    private void Move()
    {
        try
        {
            _events ??= _source.GetAsyncEnumerator(_ending);
            Await(_events.MoveNextAsync());
        }
        catch (Exception failure)
        {
            Moved(false, failure);
        }
    }

    private void Await(ValueTask<bool> move)
    {
        _move = move.GetAwaiter();
        if (_move.IsCompleted) OnMoved();
        else _move.UnsafeOnCompleted(_onMoved);
    }

    private void OnMoved()
    {
        var (isThere, failure) = (false, (Exception?)null);
        try
        {
            isThere = _move.GetResult();
        }
        catch (Exception thrown)
        {
            failure = thrown;
        }

        Moved(isThere, failure);
    }

    private void Moved(bool isThere, Exception? failure)
    {
        if (failure is not null && !_ending.IsCancellationRequested) Failure = failure;
        var isDisposed = Interlocked.CompareExchange(ref _state, Idle, Moving) == Disposed;
        // Who disposed of it while it moved has gone on; its end is nobody's to wait for.
        if (isDisposed) _ = EndAsync().AsTask();
        if (Interlocked.Exchange(ref _isAwaited, 0) == 1) _answer.SetResult(isThere && !isDisposed);
    }

    private void OnEnding(CancellationToken ended)
    {
        if (Interlocked.Exchange(ref _isAwaited, 0) == 1) _answer.SetException(new OperationCanceledException(ended));
    }

    private async ValueTask EndAsync()
    {
        if (_events is not null) await _events.DisposeAsync();
        else if (_source is IAsyncDisposable unread) await unread.DisposeAsync();
    }
}
