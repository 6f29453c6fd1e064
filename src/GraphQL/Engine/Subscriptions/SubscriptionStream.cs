using System.Runtime.CompilerServices;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Response;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Subscriptions;

/// <summary>§6.2.3.2 Answers each event of a source with the operation, in a scope of services of its own.</summary>
internal sealed class SubscriptionStream(
    ExecutorSettings settings,
    OperationRunner runner,
    ExecutionStart start,
    IAsyncEnumerable<object?> source,
    CancellationTokenSource ending) : ResponseStream
{
    private int _ended;

    public override async IAsyncEnumerable<OperationResult> ReadResultsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reading = cancellationToken.UnsafeRegister(static stream => ((SubscriptionStream)stream!).Dispose(), this);
        await using var events = new SourceReader(source, ending.Token);
        while (await NextAsync(events) is { } result)
        {
            yield return result;
            if (events.Failure is not null) break;
        }

        End(events.Failure);
    }

    public override void Dispose()
    {
        ending.Cancel();
        End(null);
    }

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The answer to the next event; the failure, told as an answer, where the source fails; null at the end.</summary>
    private async ValueTask<OperationResult?> NextAsync(SourceReader events)
    {
        try
        {
            if (!await events.MoveNextAsync()) return events.Failure is { } failure ? Failed(failure) : null;

            await using var scope = start.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            return await runner.RunAsync(start with { Services = scope.ServiceProvider, Event = events.Current }, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return null;
        }
    }

    private Utf8Result Failed(Exception failure)
    {
        var field = start.Plan.Root.Fields[0];
        var errors = settings.Errors.ErrorsOf(failure, new(null, field.ResponseName, 0), field.Locations());
        return Utf8Result.OfErrors(ResultKind.Executed, [.. errors]);
    }

    private void End(Exception? failure)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0) settings.Diagnostics.SubscriptionEnded(start.Request, failure);
    }
}
