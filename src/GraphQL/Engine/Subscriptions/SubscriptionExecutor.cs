using Investr.GraphQL.Execution;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Subscriptions;

/// <summary>§6.2.3.1 Opens a subscription's source.</summary>
internal sealed class SubscriptionExecutor(ExecutorSettings settings, OperationRunner runner)
{
    private readonly SharedAnswers _shared = new();

    /// <summary>The stream of responses; or, where the source does not open, the errors that say why.</summary>
    /// <exception cref="OperationCanceledException">The client has gone; the source is let go even where it opens later.</exception>
    public async ValueTask<IExecutionResult> SubscribeAsync(ExecutionStart start, CancellationToken cancellationToken)
    {
        var opening = new SourceOpening(settings, start);
        var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var source = await opening.OpenAsync(ending.Token);
            return new SubscriptionStream(settings, runner, start, source, ending, _shared.Join(start));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            ending.Dispose();
            return Utf8Result.OfErrors(ResultKind.RequestError, [.. opening.ErrorsOf(failure)]);
        }
    }
}
