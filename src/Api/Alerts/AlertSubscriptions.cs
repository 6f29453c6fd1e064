using Investr.Application;
using Investr.Application.Alerts;
using Investr.Domain;
using Investr.Domain.Alerts;
using Investr.GraphQL;

namespace Investr.Api.Alerts;

[SubscriptionType]
internal static class AlertSubscriptions
{
    /// <summary>Each alert of the caller's as it fires. One that fired while nobody listened is in priceAlerts.</summary>
    [Authorize]
    [Subscribe(With = nameof(SubscribeToAlertsAsync))]
    public static async Task<PriceAlert> PriceAlertTriggeredAsync(
        [EventMessage] AlertTriggered triggered, IPriceAlertLoader alerts, CancellationToken cancellationToken) =>
        await alerts.LoadAsync(triggered.Alert, cancellationToken) ?? throw new RefusedException(new NotFound("alert"));

    public static async Task<IAsyncEnumerable<AlertTriggered>> SubscribeToAlertsAsync(
        ITopicEventReceiver topics, IViewer viewer, CancellationToken cancellationToken) =>
        await topics.SubscribeAsync<AlertTriggered>(AlertNotices.TopicOf(viewer.RequiredId), cancellationToken);
}
