namespace Investr.GraphQL.Diagnostics;

/// <summary>Several listeners as one.</summary>
internal sealed class AllDiagnostics(IReadOnlyList<IExecutionDiagnostics> listeners) : IExecutionDiagnostics
{
    public IDisposable? RequestStarted(OperationRequest request) => listeners.Count switch
    {
        0 => null,
        1 => listeners[0].RequestStarted(request),
        _ => new Scopes([.. listeners.Select(listener => listener.RequestStarted(request))]),
    };

    public void RequestEnded(OperationRequest request, IExecutionResult result)
    {
        foreach (var listener in listeners) listener.RequestEnded(request, result);
    }

    public void RequestCancelled(OperationRequest request)
    {
        foreach (var listener in listeners) listener.RequestCancelled(request);
    }

    public void RequestRefused(IReadOnlyList<IError> errors)
    {
        foreach (var listener in listeners) listener.RequestRefused(errors);
    }

    public void ResolverError(IError error)
    {
        foreach (var listener in listeners) listener.ResolverError(error);
    }

    public void BatchDispatched(int keys)
    {
        foreach (var listener in listeners) listener.BatchDispatched(keys);
    }

    public void SubscriptionStarted(OperationRequest request)
    {
        foreach (var listener in listeners) listener.SubscriptionStarted(request);
    }

    public void SubscriptionEnded(OperationRequest request, Exception? failure)
    {
        foreach (var listener in listeners) listener.SubscriptionEnded(request, failure);
    }

    private sealed class Scopes(IReadOnlyList<IDisposable?> scopes) : IDisposable
    {
        public void Dispose()
        {
            foreach (var scope in scopes.Reverse()) scope?.Dispose();
        }
    }
}
