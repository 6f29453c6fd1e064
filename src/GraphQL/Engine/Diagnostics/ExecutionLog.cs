using Microsoft.Extensions.Logging;

namespace Investr.GraphQL.Diagnostics;

/// <summary>Writes failures to the log, each once. Errors that were meant for the client, and requests that were refused, are not
/// failures.</summary>
internal sealed partial class ExecutionLog(ILogger<ExecutionLog> logger) : ExecutionEvents
{
    public override void ResolverError(IError error)
    {
        if (error is { Code: ErrorCodes.UnexpectedError, Exception: { } cause })
            FieldFailed(cause, string.Join('.', error.Path ?? []), error.Extensions?.GetValueOrDefault("traceId") as string);
    }

    public override void SubscriptionEnded(OperationRequest request, Exception? failure)
    {
        if (failure is not null) SourceFailed(failure, request.OperationName);
    }

    [LoggerMessage(LogLevel.Error, "The field {Path} failed; the client was told the trace id {TraceId}.")]
    private partial void FieldFailed(Exception cause, string path, string? traceId);

    [LoggerMessage(LogLevel.Error, "The source of the subscription {Operation} failed.")]
    private partial void SourceFailed(Exception cause, string? operation);
}
