using System.Diagnostics;
using System.Runtime.CompilerServices;
using Investr.GraphQL.Diagnostics;
using Investr.GraphQL.Documents;
using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;
using Investr.GraphQL.Security;
using Investr.GraphQL.Subscriptions;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>§6.1 The way of a request: prepare the operation, coerce the variables, wait for a turn, run.</summary>
internal sealed class RequestExecutor : IRequestExecutor, IDisposable
{
    private readonly OperationPreparation _preparation;
    private readonly Lazy<OperationPreparation> _exceptionally;
    private readonly OperationRunner _runner;
    private readonly SubscriptionExecutor _subscriptions;
    private readonly ExecutorSettings _settings;
    private readonly CostGate _costs;
    private readonly DocumentResolver _documents;

    public RequestExecutor(
        Schema schema,
        RequestOptions options,
        IEnumerable<IErrorFilter> filters,
        IEnumerable<IExecutionDiagnostics> listeners,
        TimeProvider clock,
        IOperationDocumentStorage? storage = null)
    {
        Schema = schema;
        var diagnostics = new AllDiagnostics([.. listeners]);
        _settings = new(options, clock, diagnostics, new([.. filters], diagnostics, options));
        _preparation = new(schema, options);
        _exceptionally = new(() => new(schema, options.WithIntrospection(!options.AllowIntrospection)));
        _costs = new(options.Cost);
        _documents = new(options.PersistedOperations, storage);
        _runner = new(_settings);
        _subscriptions = new(_settings, _runner);
    }

    public Schema Schema { get; }

    private IExecutionDiagnostics Diagnostics => _settings.Diagnostics;

    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
    {
        // Resolvers must not come back to a context of the caller's (a test's, a window's): batches are exact only where they go on
        // inside the loop.
        return SynchronizationContext.Current is null
            ? AnswerAsync(request, cancellationToken)
            : new(Task.Run(() => AnswerAsync(request, cancellationToken).AsTask(), CancellationToken.None));
    }

    public void Dispose() => _runner.Dispose();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<IExecutionResult> AnswerAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        using var scope = Diagnostics.RequestStarted(request);
        try
        {
            var result = await ExecuteSafelyAsync(request, cancellationToken);
            Diagnostics.RequestEnded(request, result);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Diagnostics.RequestCancelled(request);
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<IExecutionResult> ExecuteSafelyAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteOrRefuseAsync(request, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Utf8Result.OfErrors(ResultKind.Executed, [.. _settings.Errors.ErrorsOf(failure, null, null)]);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<IExecutionResult> ExecuteOrRefuseAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        ExecutionStart start;
        OperationCost cost;
        var began = Stopwatch.GetTimestamp();
        try
        {
            var isPlain = _documents.IsPlain(request);
            if (!isPlain) request = await _documents.ResolveAsync(request, cancellationToken);
            var preparation = PreparationFor(request);
            var operation = preparation.Prepare(request);
            if (!isPlain) _documents.Remember(request);
            Diagnostics.OperationFound(request, operation.Description);
            if (!IsAllowed(operation, request.Allowed)) return NotAllowed(operation);
            var variables = VariableCoercion.Coerce(operation, request, preparation.Options);
            start = new(operation, operation.PlanFor(variables, IsIncremental(request)), variables, request, request.Services);
            cost = _costs.CostOf(start.Plan, variables);
            if (request.CostMode == CostMode.Validate) return CostGate.Told(cost);
            _costs.Check(cost);
        }
        catch (GraphQLException refused)
        {
            Diagnostics.RequestRefused(refused.Errors);
            return Utf8Result.OfErrors(ResultKind.RequestError, refused.Errors);
        }

        IExecutionResult result = start.Operation.Definition.Operation == OperationType.Subscription
            ? await _subscriptions.SubscribeAsync(start, cancellationToken)
            : await _runner.RunAsync(start, cancellationToken);
        Diagnostics.OperationExecuted(request, new(start.Operation.Description, cost, Stopwatch.GetElapsedTime(began)), result);
        return request.CostMode == CostMode.Report && result is OperationResult single ? CostGate.Told(cost, single) : result;
    }

    // A report of the cost is part of a whole answer.
    private static bool IsIncremental(OperationRequest request) => request.Incremental != IncrementalFormat.Whole && request.CostMode != CostMode.Report;

    // What is valid depends on whether the schema may be asked for, so the exceptions are prepared and kept apart.
    private OperationPreparation PreparationFor(OperationRequest request) =>
        request.AllowIntrospection is { } allowed && allowed != _preparation.Options.AllowIntrospection ? _exceptionally.Value : _preparation;

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
