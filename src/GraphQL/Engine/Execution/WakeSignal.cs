using System.Threading.Tasks.Sources;

namespace Investr.GraphQL.Execution;

/// <summary>Wakes the loop. Set from any thread and any number of times; waited for by the loop alone, without an allocation.</summary>
internal sealed class WakeSignal : IValueTaskSource
{
    private const int Idle = 0;
    private const int Waiting = 1;
    private const int IsSet = 2;

    // The loop goes on elsewhere, not inside whoever woke it: what that one does next may bring further keys to the same batch.
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };
    private int _state;

    public void Set()
    {
        if (Volatile.Read(ref _state) != IsSet && Interlocked.Exchange(ref _state, IsSet) == Waiting) _core.SetResult(true);
    }

    /// <summary>Forgets earlier wakes; what they were for is looked at next.</summary>
    public void Reset() => Interlocked.Exchange(ref _state, Idle);

    /// <summary>Ends when the signal is or becomes set.</summary>
    public ValueTask WaitAsync()
    {
        _core.Reset();
        return Interlocked.CompareExchange(ref _state, Waiting, Idle) == IsSet ? default : new(this, _core.Version);
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
