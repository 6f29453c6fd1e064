using Investr.DataLoader;

namespace Investr.GraphQL.Diagnostics;

/// <summary>Several listeners as one.</summary>
internal sealed class AllDiagnostics(IExecutionDiagnostics[] listeners) : IExecutionDiagnostics
{
    public IDisposable? RequestStarted(OperationRequest request) =>
        DiagnosticScopes.Open(listeners, request, static (listener, started) => listener.RequestStarted(started));

    public void OperationFound(OperationRequest request, OperationDescription operation)
    {
        foreach (var listener in listeners) listener.OperationFound(request, operation);
    }

    public void OperationExecuted(OperationRequest request, in ExecutedOperation executed, IExecutionResult result)
    {
        foreach (var listener in listeners) listener.OperationExecuted(request, executed, result);
    }

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
}
