using System.Globalization;
using System.Runtime.CompilerServices;
using Investr.GraphQL.Execution.Incremental;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;
using Microsoft.Extensions.ObjectPool;

namespace Investr.GraphQL.Execution;

/// <summary>Runs operations, so many side by side, each within its time.</summary>
internal sealed class OperationRunner(ExecutorSettings settings) : IDisposable
{
    private readonly ConcurrencyGate _gate = new(settings.Options.MaxConcurrentExecutions, settings.Options.MaxQueuedExecutions);
    private readonly ObjectPool<Execution> _executions = new DefaultObjectPool<Execution>(new ExecutionPolicy(settings));

    /// <summary>Runs an operation to its end, or to its first answer where others follow; refuses it where too many wait for their turn.</summary>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<IExecutionResult> RunAsync(ExecutionStart start, CancellationToken cancellationToken)
    {
        if (!await _gate.EnterAsync(start.Operation.Definition.Operation != OperationType.Subscription, cancellationToken)) return TooBusy();

        var execution = _executions.Get();
        var isContinued = false;
        try
        {
            execution.Begin(start, cancellationToken);
            await execution.RunAsync();
            var answer = execution.Finish();
            isContinued = execution.HasMore;
            return isContinued ? new IncrementalStream(this, execution, answer, cancellationToken) : answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Utf8Result.OfErrors(ResultKind.Executed, [TimeIsUp()]);
        }
        finally
        {
            if (!isContinued) Release(execution);
            _gate.Leave();
        }
    }

    /// <summary>Goes on with an operation up to its next payload. Between payloads it takes nobody's turn.</summary>
    /// <exception cref="OperationCanceledException">The client has gone, or the time is up.</exception>
    public async ValueTask<OperationResult> NextAsync(Execution execution, CancellationToken cancellationToken)
    {
        await _gate.EnterAsync(isNew: false, cancellationToken);
        try
        {
            return await execution.NextAsync();
        }
        finally
        {
            _gate.Leave();
        }
    }

    /// <summary>An operation has ended.</summary>
    public void Release(Execution execution)
    {
        if (execution.End()) _executions.Return(execution);
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>What a client is told whose operation took too long.</summary>
    public GraphQLError TimeIsUp()
    {
        var timeout = settings.Options.ExecutionTimeout.ToString("c", CultureInfo.InvariantCulture);
        return new($"The request exceeded the configured timeout of `{timeout}`.") { Code = ErrorCodes.Timeout };
    }

    private Utf8Result TooBusy()
    {
        IError[] errors = [new GraphQLError("The server is too busy to take the operation; try again in a moment.") { Code = ErrorCodes.TooBusy }];
        settings.Diagnostics.RequestRefused(errors);
        return Utf8Result.OfErrors(ResultKind.TooBusy, errors);
    }

    private sealed class ExecutionPolicy(ExecutorSettings settings) : PooledObjectPolicy<Execution>
    {
        public override Execution Create() => new(settings);

        public override bool Return(Execution obj) => true;
    }
}
