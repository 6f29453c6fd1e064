using Investr.Application.Alerts;
using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Alerts;
using Investr.Domain.Market;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Alerts;

/// <summary>
/// A price that a user wants to be told of. It fires once for each crossing of its threshold; one whose condition holds already when it
/// is made fires at once. Nobody else sees it.
/// </summary>
[ObjectType<PriceAlert>(
    BindExplicitly = true,
    Include = [nameof(PriceAlert.Id), nameof(PriceAlert.Condition), nameof(PriceAlert.Threshold), nameof(PriceAlert.TriggeredAt), nameof(PriceAlert.TriggeredPrice)])]
[Node]
internal static class PriceAlertNode
{
    /// <summary>The asset whose price it is about.</summary>
    [Cost(1)]
    public static Task<Asset> GetAssetAsync([Parent] PriceAlert alert, IAssetLoader assets, CancellationToken cancellationToken) =>
        assets.LoadRequiredAsync(alert.AssetId, cancellationToken);

    /// <summary>
    /// Whether it waits for its condition. After it has fired it does not, until a price no longer meets the condition; then it waits
    /// again. One about the day's change waits again on each new day (UTC).
    /// </summary>
    public static bool GetActive([Parent] PriceAlert alert) => alert.IsArmed;

    [NodeResolver]
    public static Task<PriceAlert?> GetPriceAlertAsync(PriceAlertId id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new GetPriceAlert(id), cancellationToken);
}

[QueryType]
internal static class AlertQueries
{
    /// <summary>The caller's alerts, oldest first, those that fired while nobody listened too; 500 at most.</summary>
    [Authorize]
    [ListSize(AssumedSize = 100)]
    public static Task<IReadOnlyList<PriceAlert>> GetPriceAlertsAsync(IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new ListPriceAlerts(), cancellationToken);
}
