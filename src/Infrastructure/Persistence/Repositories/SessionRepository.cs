using Investr.Application.Users;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class SessionRepository(InvestrDbContext context) : ISessionRepository
{
    // One more is signed in on at once.
    private const int MostOtherDevices = 99;

    public Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken) =>
        context.Sessions.SingleOrDefaultAsync(session => session.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Session>> ListOpenAsync(UserId user, CancellationToken cancellationToken) =>
        await context.Sessions.Where(session => session.UserId == user && session.EndedAt == null).ToListAsync(cancellationToken);

    public Task MakeRoomAsync(UserId user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ofUser = context.Sessions.Where(session => session.UserId == user);
        var kept = ofUser
            .Where(session => session.EndedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.LastUsedAt)
            .Take(MostOtherDevices)
            .Select(session => session.Id);

        return ofUser.Where(session => !kept.Contains(session.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    public void Add(Session session) => context.Sessions.Add(session);
}
