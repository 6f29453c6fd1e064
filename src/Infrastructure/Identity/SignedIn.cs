using System.Collections.Concurrent;
using Investr.Application.Users;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Identity;

/// <summary>Asks the database about a session, and remembers the answer for a few seconds.</summary>
internal sealed class SignedIn(IDbContextFactory<InvestrDbContext> contexts, TimeProvider time) : ISignedIn
{
    private const int MostRemembered = 10_000;

    // How long another node may go on believing in a session that was ended here.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<SessionId, Answer> _answers = new();
    private Action<UserId>? _forgotten;
    private int _changes;

    public ValueTask<IReadOnlyList<Role>?> RolesOfAsync(UserId user, SessionId session, CancellationToken cancellationToken) =>
        _answers.TryGetValue(session, out var known) && known.User == user && time.GetUtcNow() < known.Until
            ? new(known.Roles)
            : new(AskAsync(user, session, cancellationToken));

    public void Forget(UserId user)
    {
        Interlocked.Increment(ref _changes);
        foreach (var (session, answer) in _answers)
            if (answer.User == user) _answers.TryRemove(session, out _);

        _forgotten?.Invoke(user);
    }

    public void OnForgotten(Action<UserId> act) => _forgotten += act;

    private async Task<IReadOnlyList<Role>?> AskAsync(UserId user, SessionId session, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Remembered;
        var changes = Volatile.Read(ref _changes);

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var roles = await context.Users.AsNoTracking()
            .Where(owner => owner.Id == user && !owner.IsLocked)
            .Where(owner => context.Sessions.Any(open => open.Id == session && open.UserId == user && open.EndedAt == null))
            .Select(owner => owner.Roles)
            .SingleOrDefaultAsync(cancellationToken);

        if (_answers.Count >= MostRemembered) _answers.Clear();
        _answers[session] = new(user, roles, until);

        // What was read may be from before a change that was told of meanwhile; nobody would forget it any more.
        if (changes != Volatile.Read(ref _changes)) _answers.TryRemove(session, out _);
        return roles;
    }

    private readonly record struct Answer(UserId User, IReadOnlyList<Role>? Roles, DateTimeOffset Until);
}
