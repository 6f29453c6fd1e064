namespace Investr.DataLoader;

/// <summary>Decides when a loader's collected keys are fetched.</summary>
public interface IBatchScheduler
{
    /// <summary>Ends when whoever runs the batches gives up; fetches get this token. A caller that passes the same one needs no watch of
    /// its own.</summary>
    CancellationToken Cancellation => CancellationToken.None;

    /// <summary>Who hears of the loaders; null for nobody.</summary>
    IDataLoaderDiagnosticEvents? DiagnosticEvents => null;

    /// <summary>Takes a batch that has its first key; it is dispatched when nothing else can run. Called from any thread.</summary>
    void Schedule(IBatch batch);
}

/// <summary>Keys that wait to be fetched together.</summary>
public interface IBatch
{
    /// <summary>How many keys wait in it.</summary>
    int Count { get; }

    /// <summary>Fetches all that was collected until now. Never fails: a failure is kept for <see cref="Complete"/>.</summary>
    Task FetchAsync(CancellationToken cancellationToken);

    /// <summary>Answers every waiting caller with what was fetched. What they do next runs before this returns.</summary>
    void Complete();

    /// <summary>Fetches, then answers, wherever the fetch ends.</summary>
    async Task DispatchAsync(CancellationToken cancellationToken)
    {
        await FetchAsync(cancellationToken).ConfigureAwait(false);
        Complete();
    }
}
