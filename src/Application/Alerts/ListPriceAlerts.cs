using Investr.DataLoader;
using Investr.Domain.Alerts;
using MediatR;

namespace Investr.Application.Alerts;

/// <summary>The viewer's alerts, oldest first.</summary>
public sealed record ListPriceAlerts : IRequest<IReadOnlyList<PriceAlert>>;

internal sealed class ListPriceAlertsHandler(IPriceAlertsOfUserLoader alerts, IViewer viewer)
    : IRequestHandler<ListPriceAlerts, IReadOnlyList<PriceAlert>>
{
    public async Task<IReadOnlyList<PriceAlert>> Handle(ListPriceAlerts request, CancellationToken cancellationToken) =>
        await alerts.LoadRequiredAsync(viewer.RequiredId, cancellationToken);
}

/// <summary>An alert of the viewer's; null where they have no such one.</summary>
/// <param name="AlertId">The alert.</param>
public sealed record GetPriceAlert(PriceAlertId AlertId) : IRequest<PriceAlert?>;

internal sealed class GetPriceAlertHandler(IPriceAlertLoader alerts, IViewer viewer) : IRequestHandler<GetPriceAlert, PriceAlert?>
{
    public async Task<PriceAlert?> Handle(GetPriceAlert request, CancellationToken cancellationToken)
    {
        var owner = viewer.RequiredId;
        return await alerts.LoadAsync(request.AlertId, cancellationToken) is { } alert && alert.OwnerId == owner ? alert : null;
    }
}
