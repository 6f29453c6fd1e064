using Investr.DataLoader;

namespace Investr.GraphQL.Execution;

/// <summary>Runs the loaders' batches of one request: all open ones side by side, when nothing else can run.</summary>
/// <remarks>A batch is answered on the loop, so that all that its callers go on to ask for is known before the next batch is
/// decided.</remarks>
internal sealed class BatchDispatcher(Execution execution)
{
    private readonly Action _wake = execution.Wake;
    private BatchScheduler? _scheduler;

    /// <summary>Takes over the batches of the request's scheduler, where there is one.</summary>
    public void Attach(IServiceProvider services)
    {
        _scheduler = services.GetService(typeof(BatchScheduler)) as BatchScheduler;
        _scheduler?.Attach(_wake, execution.RequestAborted);
    }

    /// <summary>Lets the scheduler go; what still waits in it is dispatched without us.</summary>
    public void Detach()
    {
        _scheduler?.Detach();
        _scheduler = null;
    }

    /// <summary>Dispatches every open batch; false where none is open.</summary>
    public bool DispatchAll()
    {
        if (_scheduler?.TakeAll() is not { Count: > 0 } batches) return false;

        foreach (var batch in batches)
        {
            execution.Diagnostics.BatchDispatched(batch.Count);
            Dispatch(batch);
        }

        return true;
    }

    private void Dispatch(IBatch batch)
    {
        execution.Expect();
        new Fetched(execution, batch).Await(batch.FetchAsync(execution.RequestAborted));
    }

    private sealed class Fetched(Execution execution, IBatch batch) : ReadyItem
    {
        public void Await(Task fetch)
        {
            if (fetch.IsCompleted) execution.Post(this);
            else fetch.GetAwaiter().UnsafeOnCompleted(() => execution.Post(this));
        }

        public override void Run()
        {
            batch.Complete();
            execution.Arrived();
        }

        // Whoever waits goes on, to end its work, though nobody writes what comes of it.
        public override void Abandon() => batch.Complete();
    }
}
