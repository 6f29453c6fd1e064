using System.Collections.Concurrent;
using System.Diagnostics;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Requests;

/// <summary>A request, and what its steps have made of it.</summary>
internal sealed class RequestContext(Schema schema, OperationRequest request, CancellationToken aborted) : IRequestContext
{
    private readonly long _began = Stopwatch.GetTimestamp();

    public Schema Schema => schema;

    public OperationRequest Request { get; set; } = request;

    public IServiceProvider Services => Request.Services;

    public CancellationToken RequestAborted => aborted;

    public IDictionary<string, object?> ContextData
    {
        get
        {
            if (Request.ContextData is null) Request = Request with { ContextData = new ConcurrentDictionary<string, object?>() };
            return Request.ContextData!;
        }
    }

    public DocumentNode? Document => Prepared?.Document;

    public OperationDefinitionNode? Operation => Prepared?.Definition;

    /// <summary>The operation, once it is known.</summary>
    public PreparedOperation? Prepared { get; set; }

    /// <summary>What the execution starts from, once the variables are read.</summary>
    public ExecutionStart Start { get; set; }

    public OperationCost Cost { get; set; }

    public IExecutionResult? Result { get; set; }

    /// <summary>How long it has been under way.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began);

    public void Refuse(params IReadOnlyList<IError> errors) => Result = Utf8Result.OfErrors(ResultKind.RequestError, errors);
}
