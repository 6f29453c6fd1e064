namespace Investr.DataLoader;

/// <summary>Dispatches each batch as soon as it has its first keys: for loaders outside a request.</summary>
/// <remarks>Keys are joined only where they are asked for in one call.</remarks>
public sealed class AutoBatchScheduler : IBatchScheduler
{
    /// <inheritdoc/>
    public void Schedule(IBatch batch) => _ = batch.DispatchAsync(CancellationToken.None);
}

/// <summary>A request's batches. While an executor runs the request they wait until nothing else can run; before and after, they are
/// dispatched at once.</summary>
/// <param name="listeners">Who hears of the request's loaders.</param>
public sealed class BatchScheduler(IEnumerable<IDataLoaderDiagnosticEvents>? listeners = null) : IBatchScheduler
{
    private readonly Lock _gate = new();
    private List<IBatch> _open = [];
    private Action? _wake;
    private CancellationToken _cancellation;

    /// <inheritdoc/>
    public CancellationToken Cancellation => _cancellation;

    /// <inheritdoc/>
    public IDataLoaderDiagnosticEvents? DiagnosticEvents { get; } = AllLoaderDiagnostics.Of(listeners);

    /// <inheritdoc/>
    public void Schedule(IBatch batch)
    {
        Action? wake;
        lock (_gate)
        {
            wake = _wake;
            if (wake is not null) _open.Add(batch);
        }

        if (wake is not null) wake();
        else _ = batch.DispatchAsync(_cancellation);
    }

    /// <summary>From now on batches wait for <see cref="TakeAll"/>; <paramref name="wake"/> is called, on any thread, when one begins
    /// to.</summary>
    internal void Attach(Action wake, CancellationToken cancellation)
    {
        lock (_gate) (_wake, _cancellation) = (wake, cancellation);
    }

    /// <summary>The batches that wait now.</summary>
    internal IReadOnlyList<IBatch> TakeAll()
    {
        lock (_gate)
        {
            if (_open.Count == 0) return [];
            var taken = _open;
            _open = [];
            return taken;
        }
    }

    /// <summary>The executor has ended: what still waits, and what is asked for later, is dispatched at once.</summary>
    internal void Detach()
    {
        IBatch[] left;
        CancellationToken cancellation;
        lock (_gate)
        {
            (left, cancellation) = ([.. _open], _cancellation);
            _open.Clear();
            (_wake, _cancellation) = (null, CancellationToken.None);
        }

        foreach (var batch in left) _ = batch.DispatchAsync(cancellation);
    }
}
