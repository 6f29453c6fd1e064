using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Investr.GraphQL.Diagnostics;

/// <summary>Tells .NET's activities and instruments what an executor does, by OpenTelemetry's names. Costs nothing while nobody listens.</summary>
internal sealed class Telemetry : ExecutionEvents, IDisposable
{
    private const string OperationTypeTag = "graphql.operation.type";
    private const string BatchSizeName = "graphql.dataloader.batch.size";

    private readonly ActivitySource _source = new(GraphQLTelemetry.Name);
    private readonly Meter _meter = new(GraphQLTelemetry.Name);
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _cost;
    private readonly Histogram<int> _batchSize;
    private readonly Counter<long> _errors;
    private readonly UpDownCounter<int> _subscriptions;

    public Telemetry()
    {
        _duration = _meter.CreateHistogram<double>("graphql.operation.duration", "s", "From the request to the answer.");
        _cost = _meter.CreateHistogram<double>("graphql.operation.field_cost", null, "What operations were reckoned to cost at most.");
        _batchSize = _meter.CreateHistogram<int>(BatchSizeName, "{key}", "The keys that a loader fetched at once.");
        _errors = _meter.CreateCounter<long>("graphql.errors", "{error}", "What clients were told went wrong, by code.");
        _subscriptions = _meter.CreateUpDownCounter<int>("graphql.subscriptions.active", "{subscription}", "Streams of events that are open.");
    }

    // Named by the kind of operation alone, once that is known: clients choose the operations' names.
    public override IDisposable? RequestStarted(OperationRequest request)
    {
        var activity = _source.StartActivity("graphql");
        if (request.DocumentId is { } id) activity?.SetTag("graphql.document.id", id);
        return activity;
    }

    public override void OperationFound(OperationRequest request, OperationDescription operation)
    {
        if (Current is not { } activity) return;

        activity.DisplayName = operation.Type;
        if (!activity.IsAllDataRequested) return;
        activity.SetTag(OperationTypeTag, operation.Type);
        if (operation.Name is { } name) activity.SetTag("graphql.operation.name", name);
        activity.SetTag("graphql.document.hash", operation.DocumentHash);
    }

    public override void OperationExecuted(OperationRequest request, in ExecutedOperation executed, IExecutionResult result)
    {
        var type = new KeyValuePair<string, object?>(OperationTypeTag, executed.Operation.Type);
        if (_duration.Enabled) _duration.Record(executed.Duration.TotalSeconds, type);
        if (_cost.Enabled) _cost.Record(executed.Cost.FieldCost, type);
    }

    public override void RequestEnded(OperationRequest request, IExecutionResult result)
    {
        if (result is OperationResult { Errors: [var first, ..] }) Current?.SetStatus(ActivityStatusCode.Error, first.Code);
    }

    public override void RequestRefused(IReadOnlyList<IError> errors)
    {
        foreach (var error in errors) Count(error);
    }

    public override void ResolverError(IError error)
    {
        Count(error);
        if (error.Exception is { } exception && Current is { IsAllDataRequested: true } activity) activity.AddException(exception);
    }

    public override void BatchDispatched(int keys)
    {
        if (_batchSize.Enabled) _batchSize.Record(keys);
        if (Current is { IsAllDataRequested: true } activity)
            activity.AddEvent(new("graphql.dataloader.batch", tags: new() { [BatchSizeName] = keys }));
    }

    public override void SubscriptionStarted(OperationRequest request) => _subscriptions.Add(1);

    public override void SubscriptionEnded(OperationRequest request, Exception? failure) => _subscriptions.Add(-1);

    public void Dispose()
    {
        _source.Dispose();
        _meter.Dispose();
    }

    // The activity of the request that runs here, where there is one.
    private Activity? Current => _source.HasListeners() && Activity.Current is { } activity && activity.Source == _source ? activity : null;

    private void Count(IError error)
    {
        if (_errors.Enabled) _errors.Add(1, new KeyValuePair<string, object?>("error.type", error.Code));
    }
}
