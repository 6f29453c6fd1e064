using Investr.Application.Users;
using Investr.DataLoader;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class UserLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : BatchDataLoader<UserId, User>(scheduler), IUserLoader
{
    protected override async Task<IReadOnlyDictionary<UserId, User>> LoadBatchAsync(
        IReadOnlyList<UserId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.AsNoTracking()
            .Where(user => keys.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, cancellationToken);
    }
}
