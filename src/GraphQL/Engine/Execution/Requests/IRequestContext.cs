using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>One step of a request: it works before and after what comes next, or answers itself.</summary>
public delegate ValueTask RequestDelegate(IRequestContext context);

/// <summary>Puts a step in front of the next one. Called once, when the executor is made.</summary>
public delegate RequestDelegate RequestMiddleware(RequestDelegate next);

/// <summary>What the executor does with a request, in this order.</summary>
public enum RequestStep
{
    /// <summary>Finds the text of a document that the request names by its id or hash.</summary>
    Document,
    /// <summary>Parses, validates and plans the document, or finds it where that was done before.</summary>
    Operation,
    /// <summary>Reads the variables.</summary>
    Variables,
    /// <summary>Refuses what costs too much.</summary>
    Cost,
    /// <summary>Runs the operation, or opens the subscription.</summary>
    Execution,
}

/// <summary>What request middleware works on: a request on its way to its answer.</summary>
public interface IRequestContext
{
    /// <summary>The schema.</summary>
    Schema Schema { get; }

    /// <summary>The request. Another one may be put in its place before the step that reads it.</summary>
    OperationRequest Request { get; set; }

    /// <summary>The request's services.</summary>
    IServiceProvider Services { get; }

    /// <summary>Ends when the client goes.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>The request's own state, shared by all of its fields.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>The document; null before <see cref="RequestStep.Operation"/>.</summary>
    DocumentNode? Document { get; }

    /// <summary>The operation that runs; null before <see cref="RequestStep.Operation"/>.</summary>
    OperationDefinitionNode? Operation { get; }

    /// <summary>The answer; null while there is none. A step that puts one here and does not call the next has answered.</summary>
    /// <remarks>Who puts another in the place of an answer disposes the one that was there.</remarks>
    IExecutionResult? Result { get; set; }

    /// <summary>Answers that nothing ran, and why.</summary>
    void Refuse(params IReadOnlyList<IError> errors);
}
