using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.Domain;
using Investr.Domain.Alerts;
using MediatR;

namespace Investr.Application.Alerts;

/// <summary>Has the viewer told when a price does something. Where it has done so already, they are told at once.</summary>
/// <param name="Symbol">The asset: its symbol in any case, or its ISIN.</param>
/// <param name="Condition">What must happen.</param>
/// <param name="Threshold">A price in the asset's currency; of the day's change a fraction, so that 0.05 is 5 %.</param>
public sealed record CreatePriceAlert(string Symbol, AlertCondition Condition, decimal Threshold) : IRequest<PriceAlert>, IAudited
{
    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.PriceAlerts;
}

internal sealed class CreatePriceAlertHandler(
    IPriceAlertRepository alerts,
    IAssetBySymbolLoader bySymbol,
    IAlertWatch watch,
    IViewer viewer,
    AuditNote note,
    IUnitOfWork work,
    TimeProvider time) : IRequestHandler<CreatePriceAlert, PriceAlert>
{
    public async Task<PriceAlert> Handle(CreatePriceAlert request, CancellationToken cancellationToken)
    {
        var found = await bySymbol.FindAsync([request.Symbol], cancellationToken);
        found.RefuseWith(PriceAlert.RefusalOf(request.Condition, request.Threshold));

        if (await alerts.CountAsync(viewer.RequiredId, cancellationToken) >= PriceAlert.MaxAlerts)
            throw new RefusedException(new ValidationRefusal("symbol", $"You have {PriceAlert.MaxAlerts} alerts, and no more are kept."));

        var alert = PriceAlert.Create(viewer.RequiredId, found.Assets[0].Id, request.Condition, request.Threshold, time.GetUtcNow());
        alerts.Add(alert);
        note.Concerns(AuditSubject.Of(alert.Id));
        await work.CommitAsync(cancellationToken);

        await watch.BeginAsync(alert);
        return alert;
    }
}
