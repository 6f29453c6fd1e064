using System.Security.Cryptography;
using Investr.Application.Auditing;
using Investr.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Auditing;

internal sealed class AuditVerifier(IDbContextFactory<InvestrDbContext> contexts, AuditSeal seal) : IAuditVerifier
{
    public async Task<AuditVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var verification = new AuditVerification();
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            verification.Stop("the database is not of this version: start the service once");
            return verification;
        }

        // One state of the database, though others may want to append meanwhile.
        await context.TakeTurnToWriteAsync(cancellationToken);
        await TakeEntriesAsync(context, verification, cancellationToken);
        if (verification.Fault is not null) return verification;

        var row = await context.Set<AuditHeadRow>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        verification.End(row is null ? null : Believed(row));
        return verification;
    }

    private static async Task TakeEntriesAsync(InvestrDbContext context, AuditVerification verification, CancellationToken cancellationToken)
    {
        var entries = context.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable();
        try
        {
            await foreach (var entry in entries.WithCancellation(cancellationToken))
                if (!verification.Take(entry)) return;
        }
        catch (CryptographicException)
        {
            verification.Stop($"the origin of entry {verification.Verified + 1} is not what was sealed");
        }
    }

    // Before there is an entry, nobody has sealed anything.
    private AuditHead? Believed(AuditHeadRow row)
    {
        var head = new AuditHead(row.Sequence, row.Hash);
        return head == AuditHead.Empty || row.Seal == seal.Of(head) ? head : null;
    }
}
