using Investr.Application.Alerts;
using Investr.Domain.Alerts;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class PriceAlertRepository(InvestrDbContext context) : IPriceAlertRepository
{
    public async Task<int> CountAsync(UserId owner, CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);
        return await context.PriceAlerts.CountAsync(alert => alert.OwnerId == owner, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<PriceAlertId, PriceAlert>> FindAsync(
        IReadOnlyCollection<PriceAlertId> ids, CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);
        return await context.PriceAlerts
            .Where(alert => EF.Parameter(ids).Contains(alert.Id))
            .ToDictionaryAsync(alert => alert.Id, cancellationToken);
    }

    public async Task<IReadOnlyList<PriceAlert>> ListAsync(DateTimeOffset madeSince, CancellationToken cancellationToken) =>
        await context.PriceAlerts.AsNoTracking().Where(alert => alert.CreatedAt >= madeSince).ToListAsync(cancellationToken);

    public void Add(PriceAlert alert) => context.Add(alert);

    public void Remove(PriceAlert alert) => context.Remove(alert);
}
