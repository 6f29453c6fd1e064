using Investr.Application.Alerts;
using Investr.Domain;
using Investr.Domain.Alerts;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Alerts;

[MutationType]
internal static class AlertMutations
{
    /// <summary>Has the caller told, by priceAlertTriggered and in priceAlerts, when a price does something; at once where it has done so already.</summary>
    [Authorize]
    [UseMutationConvention(PayloadFieldName = "alert")]
    [Error<ValidationRefusal>]
    [Error<NotFound>]
    public static Task<PriceAlert> CreatePriceAlertAsync(CreatePriceAlert input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);

    /// <summary>Deletes an alert.</summary>
    [Authorize]
    [UseMutationConvention(PayloadFieldName = "deletedAlertId")]
    [Error<NotFound>]
    public static Task<PriceAlertId> DeletePriceAlertAsync(DeletePriceAlert input, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(input, cancellationToken);
}
