using System.Runtime.CompilerServices;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Response;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Subscriptions;

/// <summary>§6.2.3.2 Answers each event of a source with the operation, in a scope of services of its own.</summary>
internal sealed class SubscriptionStream : ResponseStream
{
    private readonly ExecutorSettings _settings;
    private readonly OperationRunner _runner;
    private readonly ExecutionStart _start;
    private readonly SourceReader _events;
    private readonly CancellationTokenSource _ending;
    private readonly AnswerGroup? _group;
    private readonly CancellationToken _token;
    private int _ended;

    public SubscriptionStream(
        ExecutorSettings settings,
        OperationRunner runner,
        ExecutionStart start,
        IAsyncEnumerable<object?> source,
        CancellationTokenSource ending,
        AnswerGroup? group)
    {
        (_settings, _runner, _start, _ending, _token, _group) = (settings, runner, start, ending, ending.Token, group);
        _events = new(source, _token);
        settings.Diagnostics.SubscriptionStarted(start.Request);
    }

    public override async IAsyncEnumerable<OperationResult> ReadResultsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var reading = cancellationToken.UnsafeRegister(static stream => ((SubscriptionStream)stream!).End(), this);
        try
        {
            while (await NextAsync() is { } result)
            {
                yield return result;
                if (_events.Failure is not null) break;
            }
        }
        finally
        {
            End();
            await _events.DisposeAsync();
        }
    }

    public override void Dispose() => _ = DisposeAsync().AsTask();

    public override ValueTask DisposeAsync()
    {
        End();
        return _events.DisposeAsync();
    }

    /// <summary>The answer to the next event; the failure, told as an answer, where the source fails; null at the end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<OperationResult?> NextAsync()
    {
        try
        {
            if (!await _events.MoveNextAsync()) return _events.Failure is { } failure ? Failed(failure) : null;

            var current = _events.Current;
            return current is null || _group is null
                ? await AnswerAsync(current, _token)
                : await _group.AnswerAsync(current, AnswerAsync).WaitAsync(_token);
        }
        catch (OperationCanceledException) when (_token.IsCancellationRequested)
        {
            return null;
        }
    }

    private async ValueTask<OperationResult> AnswerAsync(object? current, CancellationToken cancellationToken)
    {
        await using var scope = _start.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return (OperationResult)await _runner.RunAsync(_start with { Services = scope.ServiceProvider, Event = current }, cancellationToken);
    }

    private Utf8Result Failed(Exception failure)
    {
        var field = _start.Plan.Root.Fields[0];
        var errors = _settings.Errors.ErrorsOf(failure, new(null, field.ResponseName, 0), field);
        return Utf8Result.OfErrors(ResultKind.Executed, [.. errors]);
    }

    private void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return;

        _ending.Cancel();
        _ending.Dispose();
        _group?.Leave();
        _settings.Diagnostics.SubscriptionEnded(_start.Request, _events.Failure);
    }
}
