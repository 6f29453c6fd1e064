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

/// <summary>Tells whether an access token that is good in itself is still meant to be.</summary>
/// <remarks>Asked with every request: an answer may be remembered for a few seconds, but not past <see cref="Forget"/>.</remarks>
public interface ISignedIn
{
    /// <summary>Whether the session has not ended and its user is not kept out.</summary>
    ValueTask<bool> IsSignedInAsync(UserId user, SessionId session, CancellationToken cancellationToken);

    /// <summary>Drops what is remembered of a user, because their sessions or their right to sign in have just changed.</summary>
    void Forget(UserId user);
}
