using Investr.Application.Auditing;
using Investr.Domain.Auditing;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Auditing;

internal sealed class AuditTrail(InvestrDbContext work, IDbContextFactory<InvestrDbContext> contexts, AuditNote note) : IAuditTrail
{
    public async Task WriteAsync(AuditNote alone, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.TakeTurnToWriteAsync(cancellationToken);
        await AuditAppending.AppendAsync(context, alone, cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
    }

    public async Task EraseOriginsAsync(UserId person, CancellationToken cancellationToken)
    {
        await work.TakeTurnToWriteAsync(cancellationToken);
        var subject = AuditSubject.Of(person);
        await work.AuditEntries
            .Where(entry => entry.Origin != null && (entry.Actor == person || entry.Subject == subject))
            .ExecuteUpdateAsync(row => row.SetProperty(entry => entry.Origin, (AuditOrigin?)null), cancellationToken);

        // What is told of the erasing itself must not bring it back.
        note.ForgetOrigin();
    }
}
