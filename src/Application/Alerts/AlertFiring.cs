using Investr.Domain.Alerts;

namespace Investr.Application.Alerts;

/// <summary>Has crossings do what they do to the alerts that are kept, and tells the owners of those that fire.</summary>
/// <remarks>
/// The kept alert decides: of several processes that saw the same crossing, or of one that was started again in between, one fires it.
/// </remarks>
public sealed class AlertFiring(IPriceAlertRepository alerts, IUnitOfWork work, IAlertNotices notices)
{
    /// <summary>Writes crossings, in the order in which they happened, in one transaction.</summary>
    /// <returns>The alerts that are gone, and need not be looked at any more.</returns>
    public async Task<IEnumerable<PriceAlertId>> WriteAsync(IReadOnlyList<AlertCrossing> crossings, CancellationToken cancellationToken)
    {
        PriceAlertId[] ids = [.. crossings.Select(crossing => crossing.Alert).Distinct()];
        var (known, fired) = await work.AgainOnConflictAsync(async () =>
        {
            var found = await alerts.FindAsync(ids, cancellationToken);
            HashSet<PriceAlert> firing = [];
            foreach (var (id, quote) in crossings)
            {
                if (found.TryGetValue(id, out var alert) && alert.Notice(quote)) firing.Add(alert);
            }

            await work.CommitAsync(cancellationToken);
            return (found, firing);
        });

        foreach (var alert in fired) await notices.SendAsync(alert, cancellationToken);
        return ids.Where(id => !known.ContainsKey(id));
    }
}
