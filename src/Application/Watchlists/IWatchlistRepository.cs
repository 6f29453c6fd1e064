using Investr.DataLoader;
using Investr.Domain.Users;
using Investr.Domain.Watchlists;

namespace Investr.Application.Watchlists;

/// <summary>Watchlists as they are kept, for those who change them.</summary>
public interface IWatchlistRepository
{
    /// <summary>How many lists a user has.</summary>
    /// <remarks>Others who write wait until this unit of work has committed or is dropped.</remarks>
    Task<int> CountAsync(UserId owner, CancellationToken cancellationToken);

    /// <summary>A user's list, to be changed; null where they have no such one.</summary>
    /// <remarks>Others who write wait until this unit of work has committed or is dropped.</remarks>
    Task<Watchlist?> FindAsync(WatchlistId id, UserId owner, CancellationToken cancellationToken);

    /// <summary>Keeps a new list from the next commit on.</summary>
    void Add(Watchlist list);

    /// <summary>Deletes a list with the next commit.</summary>
    void Remove(Watchlist list);
}

/// <summary>Watchlists, to look at. It asks nobody for access.</summary>
public interface IWatchlistLoader : IDataLoader<WatchlistId, Watchlist>;

/// <summary>The watchlists of users, oldest first. It asks nobody for access.</summary>
public interface IWatchlistsOfUserLoader : IDataLoader<UserId, Watchlist[]>;
