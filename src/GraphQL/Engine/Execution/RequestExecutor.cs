using System.Runtime.CompilerServices;
using Investr.GraphQL.Diagnostics;
using Investr.GraphQL.Execution.Requests;
using Investr.GraphQL.Response;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>§6.1 The way of a request through its steps. What is wrong with it is in the answer, never thrown.</summary>
internal sealed class RequestExecutor : IRequestExecutor, IDisposable
{
    private readonly OperationPreparation _preparation;
    private readonly Lazy<OperationPreparation> _exceptionally;
    private readonly OperationRunner _runner;
    private readonly ExecutorSettings _settings;
    private readonly RequestSteps _steps;
    private readonly RequestPipeline _pipeline;

    public RequestExecutor(
        Schema schema,
        RequestOptions options,
        IEnumerable<IErrorFilter> filters,
        IEnumerable<IExecutionDiagnostics> listeners,
        TimeProvider clock,
        IOperationDocumentStorage? storage = null,
        IReadOnlyList<(RequestStep Before, RequestMiddleware Middleware)>? middleware = null)
    {
        Schema = schema;
        var diagnostics = new AllDiagnostics([.. listeners]);
        _settings = new(options, clock, diagnostics, new([.. filters], diagnostics, options));
        _preparation = new(schema, options);
        _exceptionally = new(() => new(schema, options.WithIntrospection(!options.AllowIntrospection)));
        _runner = new(_settings);
        _steps = new(
            _settings, PreparationFor, new(options.PersistedOperations, storage), new(options.Cost), _runner, new(_settings, _runner));
        _pipeline = new(_steps, middleware ?? []);
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
        var context = new RequestContext(Schema, request, cancellationToken);
        try
        {
            await _pipeline.RunAsync(context);
            return context.Result ?? throw new InvalidOperationException("A step of the request neither answered nor called the next one.");
        }
        catch (GraphQLException refused)
        {
            _steps.Refuse(context, refused);
            return context.Result!;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Utf8Result.OfErrors(ResultKind.Executed, [.. _settings.Errors.ErrorsOf(failure, null, null)]);
        }
    }

    // What is valid depends on whether the schema may be asked for, so the exceptions are prepared and kept apart.
    private OperationPreparation PreparationFor(bool? allowIntrospection) =>
        allowIntrospection is { } allowed && allowed != _preparation.Options.AllowIntrospection ? _exceptionally.Value : _preparation;
}
