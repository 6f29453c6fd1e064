using Investr.DataLoader;
using Investr.Domain.Users;

namespace Investr.Application.Users;

/// <summary>The signed-in devices, for use cases that change them.</summary>
public interface ISessionRepository
{
    /// <summary>The session of this identity; null where there is none.</summary>
    Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>A user's sessions that have not ended.</summary>
    Task<IReadOnlyList<Session>> ListOpenAsync(UserId user, CancellationToken cancellationToken);

    /// <summary>
    /// Removes, at once, a user's sessions that are over, and of the others all but those used most recently: a list of devices
    /// must not grow without end.
    /// </summary>
    Task MakeRoomAsync(UserId user, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds a new session.</summary>
    void Add(Session session);
}

/// <summary>The signed-in devices, to look at, many at a time.</summary>
public interface ISessionLoader : IDataLoader<SessionId, Session>;

/// <summary>Each user's signed-in devices, the one used last first.</summary>
public interface ISessionsOfUserLoader : IDataLoader<UserId, Session[]>;

/// <summary>Tells whether an access token that is good in itself is still meant to be.</summary>
/// <remarks>Asked with every request: an answer may be remembered for a few seconds, but not past <see cref="Forget"/>.</remarks>
public interface ISignedIn
{
    /// <summary>The roles that the user has now; null where the session has ended, or the user is kept out or gone.</summary>
    ValueTask<IReadOnlyList<Role>?> RolesOfAsync(UserId user, SessionId session, CancellationToken cancellationToken);

    /// <summary>Drops what is remembered of a user, because their sessions, roles or right to sign in have just changed.</summary>
    void Forget(UserId user);

    /// <summary>Has something done whenever a user was forgotten.</summary>
    void OnForgotten(Action<UserId> act);
}
