using Investr.Application;
using Investr.Application.Auditing;
using Investr.Domain.Auditing;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Paging;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Auditing;

internal sealed class AuditPages(IDbContextFactory<InvestrDbContext> contexts) : IAuditPages
{
    private static readonly Keyset<AuditEntry> NewestFirst = Keyset<AuditEntry>.By(entry => entry.Sequence, descending: true);

    public async Task<Page<AuditEntry>> ListAsync(UserId? actor, string? action, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        var entries = context.AuditEntries.AsNoTracking();
        if (actor is not null) entries = entries.Where(entry => entry.Actor == actor);
        if (action is not null) entries = entries.Where(entry => entry.Action == action);
        return await entries.ToPageAsync(page, NewestFirst, cancellationToken);
    }

    public async Task<AuditEntry?> FindAsync(AuditEntryId id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AuditEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);
    }
}
