using Investr.Application.Watchlists;
using Investr.DataLoader;
using Investr.Domain.Users;
using Investr.Domain.Watchlists;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class WatchlistLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : BatchDataLoader<WatchlistId, Watchlist>(scheduler), IWatchlistLoader
{
    protected override async Task<IReadOnlyDictionary<WatchlistId, Watchlist>> LoadBatchAsync(
        IReadOnlyList<WatchlistId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Watchlists.AsNoTracking()
            .Where(list => keys.Contains(list.Id))
            .ToDictionaryAsync(list => list.Id, cancellationToken);
    }
}

internal sealed class WatchlistsOfUserLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : GroupedDataLoader<UserId, Watchlist>(scheduler), IWatchlistsOfUserLoader
{
    protected override async Task<ILookup<UserId, Watchlist>> LoadGroupedBatchAsync(
        IReadOnlyList<UserId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var lists = await context.Watchlists.AsNoTracking()
            .Where(list => keys.Contains(list.OwnerId))
            .OrderBy(list => list.Id)
            .ToListAsync(cancellationToken);
        return lists.ToLookup(list => list.OwnerId);
    }
}
