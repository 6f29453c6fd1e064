using System.Collections.Concurrent;
using System.Security.Claims;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Subscriptions;

/// <summary>What the source of a subscription's one field is opened with.</summary>
internal sealed class SourceOpening(ExecutorSettings settings, ExecutionStart start) : ResolverFrame
{
    private readonly FieldPlan _field = start.Plan.Root.Fields[0];
    private readonly FieldPath _path = new(null, start.Plan.Root.Fields[0].ResponseName, 0);
    private IDictionary<string, object?>? _contextData = start.Request.ContextData;
    private CancellationToken _ending;

    public override IServiceProvider Services => start.Services;

    public override ClaimsPrincipal? User => start.Request.User;

    public override CancellationToken RequestAborted => _ending;

    public override IDictionary<string, object?> ContextData => _contextData ??= new ConcurrentDictionary<string, object?>();

    public override Schema Schema => start.Operation.Schema;

    /// <summary>Opens the source. Does not wait longer than the token lasts; a source that opens after that is closed again.</summary>
    public async Task<IAsyncEnumerable<object?>> OpenAsync(CancellationToken ending)
    {
        _ending = ending;
        var authorization = new FieldAuthorization();
        while (authorization.Check(_field.Definition.Authorization, User, Services) is { } asking) await asking.WaitAsync(ending);

        var events = _field.Definition.Events ?? throw new InvalidOperationException($"{_field.Definition} has no source of events.");
        Arguments = _field.Arguments.For(start.Variables, start.Operation.Document, new object?[start.Plan.ArgumentSlots][]);
        var opening = events.SubscribeAsync(this).AsTask();
        try
        {
            return await opening.WaitAsync(ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            _ = CloseLateAsync(opening);
            throw;
        }
    }

    /// <summary>What the client is told where the source does not open.</summary>
    public IEnumerable<IError> ErrorsOf(Exception failure) => settings.Errors.ErrorsOf(failure, _path, _field);

    public override ResolverContext ToContext() => new(this, _field, _path, static _ => { });

    private static async Task CloseLateAsync(Task<IAsyncEnumerable<object?>> opening)
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully && opening.Result is IAsyncDisposable source) await source.DisposeAsync();
    }
}
