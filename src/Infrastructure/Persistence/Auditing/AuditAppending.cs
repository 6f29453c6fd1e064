using Investr.Application.Auditing;
using Investr.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Investr.Infrastructure.Persistence.Auditing;

/// <summary>Adds an entry to the end of the audit log, in the transaction that the context has open.</summary>
internal static class AuditAppending
{
    public static async Task AppendAsync(InvestrDbContext context, AuditNote note, CancellationToken cancellationToken)
    {
        // Counting on comes first: it takes the lock of the row, on every database, so that of two who append the later one waits
        // here and then reads the end that the earlier one has made. The key of the entries would turn a fork down in any case.
        await context.Set<AuditHeadRow>()
            .ExecuteUpdateAsync(row => row.SetProperty(head => head.Sequence, head => head.Sequence + 1), cancellationToken);
        var head = await context.Set<AuditHeadRow>().AsNoTracking().SingleAsync(cancellationToken);

        var entry = EntryOf(note, head.Sequence);
        entry = entry with { Hash = AuditChain.HashAfter(head.Hash, entry) };
        var added = context.Add(entry);
        await context.SaveChangesAsync(cancellationToken);
        added.State = EntityState.Detached;

        var seal = context.GetService<AuditSeal>().Of(new(entry.Sequence, entry.Hash));
        await context.Set<AuditHeadRow>()
            .ExecuteUpdateAsync(row => row.SetProperty(end => end.Hash, entry.Hash).SetProperty(end => end.Seal, seal), cancellationToken);
    }

    private static AuditEntry EntryOf(AuditNote note, long sequence) => new()
    {
        Id = AuditEntryId.New(note.At),
        Sequence = sequence,
        At = note.At,
        Actor = note.Actor,
        Action = note.Action,
        Subject = note.Subject,
        Detail = note.Detail,
        Outcome = note.Outcome,
        Code = note.Code,
        Origin = note.Origin,
        OriginHash = note.Origin?.Hash() ?? AuditOrigin.HashOfNone,
        Hash = AuditChain.Beginning,
    };
}
