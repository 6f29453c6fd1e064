using Investr.Application.Users;
using Investr.DataLoader;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class SessionsOfUserLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler, TimeProvider time)
    : GroupedDataLoader<UserId, Session>(scheduler), ISessionsOfUserLoader
{
    protected override async Task<ILookup<UserId, Session>> LoadGroupedBatchAsync(
        IReadOnlyList<UserId> keys, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await context.Sessions.AsNoTracking()
            .Where(session => keys.Contains(session.UserId) && session.EndedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.LastUsedAt).ThenByDescending(session => session.Id)
            .ToListAsync(cancellationToken);
        return open.ToLookup(session => session.UserId);
    }
}
