using Investr.Application.Alerts;
using Investr.DataLoader;
using Investr.Domain.Alerts;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class PriceAlertLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : BatchDataLoader<PriceAlertId, PriceAlert>(scheduler), IPriceAlertLoader
{
    protected override async Task<IReadOnlyDictionary<PriceAlertId, PriceAlert>> LoadBatchAsync(
        IReadOnlyList<PriceAlertId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.PriceAlerts.AsNoTracking()
            .Where(alert => keys.Contains(alert.Id))
            .ToDictionaryAsync(alert => alert.Id, cancellationToken);
    }
}

internal sealed class PriceAlertsOfUserLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : GroupedDataLoader<UserId, PriceAlert>(scheduler), IPriceAlertsOfUserLoader
{
    protected override async Task<ILookup<UserId, PriceAlert>> LoadGroupedBatchAsync(
        IReadOnlyList<UserId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var alerts = await context.PriceAlerts.AsNoTracking()
            .Where(alert => keys.Contains(alert.OwnerId))
            .OrderBy(alert => alert.Id)
            .ToListAsync(cancellationToken);
        return alerts.ToLookup(alert => alert.OwnerId);
    }
}
