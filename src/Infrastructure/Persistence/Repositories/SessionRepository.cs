using Investr.Application.Users;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class SessionRepository(InvestrDbContext context) : ISessionRepository
{
    public Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken) =>
        context.Sessions.SingleOrDefaultAsync(session => session.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Session>> ListOpenAsync(UserId user, CancellationToken cancellationToken) =>
        await context.Sessions.Where(session => session.UserId == user && session.EndedAt == null).ToListAsync(cancellationToken);

    public void Add(Session session) => context.Sessions.Add(session);
}
