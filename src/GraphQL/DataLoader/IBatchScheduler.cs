namespace Investr.DataLoader;

/// <summary>Decides when a loader's collected keys are fetched.</summary>
public interface IBatchScheduler
{
    /// <summary>Takes a batch that has its first key; it is dispatched when nothing else can run.</summary>
    void Schedule(IBatch batch);
}

/// <summary>Keys that wait to be fetched together.</summary>
public interface IBatch
{
    /// <summary>Fetches all that was collected until now; ends when every waiting caller has been answered.</summary>
    Task DispatchAsync(CancellationToken cancellationToken);
}
