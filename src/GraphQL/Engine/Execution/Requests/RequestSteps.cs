using System.Runtime.CompilerServices;
using Investr.GraphQL.Documents;
using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;
using Investr.GraphQL.Security;
using Investr.GraphQL.Subscriptions;

namespace Investr.GraphQL.Execution.Requests;

/// <summary>What the executor does with every request. What is wrong with one becomes its answer.</summary>
internal sealed class RequestSteps(
    ExecutorSettings settings,
    Func<bool?, OperationPreparation> preparationFor,
    DocumentResolver documents,
    CostGate costs,
    OperationRunner runner,
    SubscriptionExecutor subscriptions)
{
    /// <summary>Does one step.</summary>
    public ValueTask RunAsync(RequestStep step, RequestContext context)
    {
        try
        {
            switch (step)
            {
                case RequestStep.Document:
                    return documents.IsPlain(context.Request) ? default : FindDocumentAsync(context);
                case RequestStep.Operation:
                    Prepare(context);
                    return default;
                case RequestStep.Variables:
                    ReadVariables(context);
                    return default;
                case RequestStep.Cost:
                    Weigh(context);
                    return default;
                default:
                    return ExecuteAsync(context);
            }
        }
        catch (GraphQLException refused)
        {
            Refuse(context, refused);
            return default;
        }
    }

    /// <summary>Answers with what is wrong with a request.</summary>
    public void Refuse(RequestContext context, GraphQLException refused)
    {
        settings.Diagnostics.RequestRefused(refused.Errors);
        context.Refuse(refused.Errors);
    }

    private async ValueTask FindDocumentAsync(RequestContext context)
    {
        try
        {
            context.Request = await documents.ResolveAsync(context.Request, context.RequestAborted);
        }
        catch (GraphQLException refused)
        {
            Refuse(context, refused);
        }
    }

    private void Prepare(RequestContext context)
    {
        var request = context.Request;
        var operation = preparationFor(request.AllowIntrospection).Prepare(request);
        documents.Remember(request);
        settings.Diagnostics.OperationFound(request, operation.Description);
        context.Prepared = operation;
        if (!IsAllowed(operation, request.Allowed)) context.Result = NotAllowed(operation);
    }

    private void ReadVariables(RequestContext context)
    {
        var (request, operation) = (context.Request, context.Prepared!);
        var variables = VariableCoercion.Coerce(operation, request, settings.Options);
        context.Start = new(operation, operation.PlanFor(variables, IsIncremental(request)), variables, request, request.Services);
    }

    private void Weigh(RequestContext context)
    {
        context.Cost = costs.CostOf(context.Start.Plan, context.Start.Variables);
        if (context.Request.CostMode == CostMode.Validate) context.Result = CostGate.Told(context.Cost);
        else costs.Check(context.Cost);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ExecuteAsync(RequestContext context)
    {
        var (request, operation) = (context.Request, context.Prepared!);
        var start = context.Start with { Request = request, Services = request.Services };
        IExecutionResult result = operation.Definition.Operation == OperationType.Subscription
            ? await subscriptions.SubscribeAsync(start, context.RequestAborted)
            : await runner.RunAsync(start, context.RequestAborted);
        settings.Diagnostics.OperationExecuted(request, new(operation.Description, context.Cost, context.Elapsed), result);
        context.Result = request.CostMode == CostMode.Report && result is OperationResult single ? CostGate.Told(context.Cost, single) : result;
    }

    // A report of the cost is part of a whole answer.
    private static bool IsIncremental(OperationRequest request) => request.Incremental != IncrementalFormat.Whole && request.CostMode != CostMode.Report;

    private static bool IsAllowed(PreparedOperation operation, AllowedOperations allowed) => operation.Definition.Operation switch
    {
        OperationType.Query => allowed.HasFlag(AllowedOperations.Query),
        OperationType.Mutation => allowed.HasFlag(AllowedOperations.Mutation),
        _ => allowed.HasFlag(AllowedOperations.Subscription),
    };

    private static Utf8Result NotAllowed(PreparedOperation operation)
    {
        var kind = operation.Definition.Operation.ToString().ToLowerInvariant();
        var error = new GraphQLError($"A {kind} is not allowed by this kind of request.") { Code = ErrorCodes.InvalidRequest };
        return Utf8Result.OfErrors(ResultKind.OperationNotAllowed, [error]);
    }
}
