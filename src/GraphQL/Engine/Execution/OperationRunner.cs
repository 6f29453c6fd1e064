using System.Globalization;
using System.Runtime.CompilerServices;
using Investr.GraphQL.Response;
using Microsoft.Extensions.ObjectPool;

namespace Investr.GraphQL.Execution;

/// <summary>Runs operations, so many side by side, each within its time.</summary>
internal sealed class OperationRunner(ExecutorSettings settings) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(settings.Options.MaxConcurrentExecutions);
    private readonly ObjectPool<Execution> _executions = new DefaultObjectPool<Execution>(new ExecutionPolicy(settings));

    /// <summary>Runs an operation to its end.</summary>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<OperationResult> RunAsync(ExecutionStart start, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        var execution = _executions.Get();
        try
        {
            execution.Begin(start, cancellationToken);
            await execution.RunAsync();
            return execution.Finish();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Utf8Result.OfErrors(ResultKind.Executed, [TimeIsUp()]);
        }
        finally
        {
            if (execution.End()) _executions.Return(execution);
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private GraphQLError TimeIsUp()
    {
        var timeout = settings.Options.ExecutionTimeout.ToString("c", CultureInfo.InvariantCulture);
        return new($"The request exceeded the configured timeout of `{timeout}`.") { Code = ErrorCodes.Timeout };
    }

    private sealed class ExecutionPolicy(ExecutorSettings settings) : PooledObjectPolicy<Execution>
    {
        public override Execution Create() => new(settings);

        public override bool Return(Execution obj) => true;
    }
}
