using Investr.DataLoader;

namespace Investr.GraphQL.Diagnostics;

/// <summary>Hears what an executor does: for logs, metrics and traces. Called from any thread; what it throws ends the request.</summary>
/// <remarks>Derive from <see cref="ExecutionEvents"/> to hear a part. Register any number in the services.</remarks>
public interface IExecutionDiagnostics : IDiagnosticEventListener
{
    /// <summary>A request begins; what is given back is disposed when it has ended.</summary>
    IDisposable? RequestStarted(OperationRequest request);

    /// <summary>The request's document is valid and the operation known; nothing has run.</summary>
    void OperationFound(OperationRequest request, OperationDescription operation);

    /// <summary>An operation has run to its end, or a subscription was opened.</summary>
    void OperationExecuted(OperationRequest request, in ExecutedOperation executed, IExecutionResult result);

    /// <summary>A request has been answered.</summary>
    void RequestEnded(OperationRequest request, IExecutionResult result);

    /// <summary>The client has gone before the answer.</summary>
    void RequestCancelled(OperationRequest request);

    /// <summary>Nothing ran: the document does not parse, breaks a rule, or a variable does not fit.</summary>
    void RequestRefused(IReadOnlyList<IError> errors);

    /// <summary>A field failed. <see cref="IError.Exception"/> is what was thrown, and <c>extensions.traceId</c> what the client can
    /// name.</summary>
    void ResolverError(IError error);

    /// <summary>A loader's batch is fetched.</summary>
    void BatchDispatched(int keys);

    /// <summary>A stream of events begins.</summary>
    void SubscriptionStarted(OperationRequest request);

    /// <summary>A stream of events has ended, by its source, its client or the failure given.</summary>
    void SubscriptionEnded(OperationRequest request, Exception? failure);
}

/// <summary>Hears nothing, until a method is overridden.</summary>
public abstract class ExecutionEvents : IExecutionDiagnostics
{
    /// <inheritdoc/>
    public virtual IDisposable? RequestStarted(OperationRequest request) => null;

    /// <inheritdoc/>
    public virtual void OperationFound(OperationRequest request, OperationDescription operation)
    {
    }

    /// <inheritdoc/>
    public virtual void OperationExecuted(OperationRequest request, in ExecutedOperation executed, IExecutionResult result)
    {
    }

    /// <inheritdoc/>
    public virtual void RequestEnded(OperationRequest request, IExecutionResult result)
    {
    }

    /// <inheritdoc/>
    public virtual void RequestCancelled(OperationRequest request)
    {
    }

    /// <inheritdoc/>
    public virtual void RequestRefused(IReadOnlyList<IError> errors)
    {
    }

    /// <inheritdoc/>
    public virtual void ResolverError(IError error)
    {
    }

    /// <inheritdoc/>
    public virtual void BatchDispatched(int keys)
    {
    }

    /// <inheritdoc/>
    public virtual void SubscriptionStarted(OperationRequest request)
    {
    }

    /// <inheritdoc/>
    public virtual void SubscriptionEnded(OperationRequest request, Exception? failure)
    {
    }
}
