using Investr.Application.Alerts;
using Investr.Domain.Alerts;
using Investr.Domain.Users;
using Investr.GraphQL;

namespace Investr.Api.Alerts;

/// <summary>An alert that has fired. What it is now is read where somebody hears of it.</summary>
internal sealed record AlertTriggered(PriceAlertId Alert);

/// <summary>Tells by a topic for each user.</summary>
internal sealed class AlertNotices(ITopicEventSender topics) : IAlertNotices
{
    public static string TopicOf(UserId owner) => $"priceAlertTriggered {owner}";

    public Task SendAsync(PriceAlert alert, CancellationToken cancellationToken) =>
        topics.SendAsync(TopicOf(alert.OwnerId), new AlertTriggered(alert.Id), cancellationToken).AsTask();
}
