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

    public ValueTask<bool> IsSignedInAsync(UserId user, SessionId session, CancellationToken cancellationToken) =>
        _answers.TryGetValue(session, out var known) && known.User == user && time.GetUtcNow() < known.Until
            ? new(known.SignedIn)
            : new(AskAsync(user, session, cancellationToken));

    public void Forget(UserId user)
    {
        foreach (var (session, answer) in _answers)
            if (answer.User == user) _answers.TryRemove(session, out _);
    }

    private async Task<bool> AskAsync(UserId user, SessionId session, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Remembered;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var signedIn = await context.Sessions.AnyAsync(
            open => open.Id == session && open.UserId == user && open.EndedAt == null
                && context.Users.Any(owner => owner.Id == user && !owner.IsLocked),
            cancellationToken);

        if (_answers.Count >= MostRemembered) _answers.Clear();
        _answers[session] = new(user, signedIn, until);
        return signedIn;
    }

    private readonly record struct Answer(UserId User, bool SignedIn, DateTimeOffset Until);
}
