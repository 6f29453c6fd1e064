using Investr.Application.Watchlists;
using Investr.Domain.Users;
using Investr.Domain.Watchlists;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class WatchlistRepository(InvestrDbContext context) : IWatchlistRepository
{
    public async Task<int> CountAsync(UserId owner, CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);
        return await context.Watchlists.CountAsync(list => list.OwnerId == owner, cancellationToken);
    }

    public async Task<Watchlist?> FindAsync(WatchlistId id, UserId owner, CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);
        return await context.Watchlists.SingleOrDefaultAsync(list => list.Id == id && list.OwnerId == owner, cancellationToken);
    }

    public void Add(Watchlist list) => context.Add(list);

    public void Remove(Watchlist list) => context.Remove(list);
}
