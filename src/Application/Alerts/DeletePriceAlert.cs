using Investr.Application.Auditing;
using Investr.Domain;
using Investr.Domain.Alerts;
using MediatR;

namespace Investr.Application.Alerts;

/// <summary>Deletes an alert.</summary>
/// <param name="AlertId">The alert.</param>
public sealed record DeletePriceAlert(PriceAlertId AlertId) : IRequest<PriceAlertId>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(AlertId);
}

internal sealed class DeletePriceAlertHandler(IPriceAlertRepository alerts, IAlertWatch watch, IViewer viewer, IUnitOfWork work)
    : IRequestHandler<DeletePriceAlert, PriceAlertId>
{
    public Task<PriceAlertId> Handle(DeletePriceAlert request, CancellationToken cancellationToken) => work.AgainOnConflictAsync(async () =>
    {
        var known = await alerts.FindAsync([request.AlertId], cancellationToken);
        if (!known.TryGetValue(request.AlertId, out var alert) || alert.OwnerId != viewer.RequiredId)
            throw new RefusedException(new NotFound("alert"));

        alerts.Remove(alert);
        await work.CommitAsync(cancellationToken);
        watch.End(alert.Id);
        return alert.Id;
    });
}
