using Investr.Application.Users;
using Investr.DataLoader;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class SessionLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : BatchDataLoader<SessionId, Session>(scheduler), ISessionLoader
{
    protected override async Task<IReadOnlyDictionary<SessionId, Session>> LoadBatchAsync(
        IReadOnlyList<SessionId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sessions.AsNoTracking()
            .Where(session => keys.Contains(session.Id))
            .ToDictionaryAsync(session => session.Id, cancellationToken);
    }
}
