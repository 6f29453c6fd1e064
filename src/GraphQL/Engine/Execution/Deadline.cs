namespace Investr.GraphQL.Execution;

/// <summary>Ends a request's work when its client goes or its time is up. Its token is made when somebody first asks for it.</summary>
internal sealed class Deadline
{
    private readonly Action _wake;
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _ofClient;
    private CancellationTokenRegistration _ofWake;
    private CancellationToken _client;
    private TimeProvider _clock = TimeProvider.System;
    private TimeSpan _timeout;
    private long _started;
    private bool _armed;

    public Deadline(Action wake) => _wake = wake;

    public void Begin(TimeProvider clock, TimeSpan timeout, CancellationToken client) =>
        (_clock, _timeout, _client, _started, _armed) = (clock, timeout, client, clock.GetTimestamp(), false);

    /// <summary>Whether the work is to be given up.</summary>
    public bool IsOver => _armed ? _source!.IsCancellationRequested : _client.IsCancellationRequested;

    public CancellationToken Token
    {
        get
        {
            if (!_armed) Arm();
            return _source!.Token;
        }
    }

    /// <summary>Ends the work at once.</summary>
    public void Stop()
    {
        if (!_armed) Arm();
        _source!.Cancel();
    }

    /// <summary>Ends the watch. A token that has ended stays so; one that has not serves the next request.</summary>
    public void End()
    {
        if (!_armed) return;
        _ofClient.Dispose();
        _ofWake.Dispose();
        _armed = false;
        if (!_source!.TryReset()) _source = null;
    }

    private void Arm()
    {
        _source ??= new(Timeout.InfiniteTimeSpan, _clock);
        if (_timeout != Timeout.InfiniteTimeSpan)
        {
            var left = _timeout - _clock.GetElapsedTime(_started);
            _source.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        _armed = true;
        _ofWake = _source.Token.UnsafeRegister(static wake => ((Action)wake!)(), _wake);
        _ofClient = _client.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }
}
