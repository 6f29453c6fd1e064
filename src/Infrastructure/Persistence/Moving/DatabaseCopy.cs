using System.Security.Cryptography;
using Investr.Infrastructure.Persistence.Auditing;
using Investr.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Moving;

/// <summary>Everything of one database written into an empty one, in one transaction, and compared with it before that is committed.</summary>
internal sealed class DatabaseCopy(InvestrDbContext source, InvestrDbContext target)
{
    /// <returns>How many rows each table has.</returns>
    /// <exception cref="DatabaseRefusedException">Nothing was written, for the reason that it tells.</exception>
    public async Task<IReadOnlyList<(string Table, long Rows)>> RunAsync(CancellationToken cancellationToken)
    {
        await RefuseSourceAsync(cancellationToken);
        await target.MigrateAsync(cancellationToken);
        await source.Database.BeginTransactionAsync(cancellationToken);
        await target.TakeTurnToWriteAsync(cancellationToken);

        var copies = Tables();
        await RefuseTargetAsync(copies, cancellationToken);
        List<(string, long)> copied = [];
        foreach (var copy in copies)
        {
            var read = await copy.RunAsync(cancellationToken);
            if (await copy.ReadBackAsync(cancellationToken) != read)
                throw new DatabaseRefusedException($"What was written into {copy.Table} does not read as it does in the source; nothing was kept of it.");
            copied.Add((copy.Table, read.Rows));
        }

        await CopyEndOfAuditLogAsync(cancellationToken);
        await target.Database.CommitTransactionAsync(cancellationToken);
        return copied;
    }

    private TableCopy[] Tables()
    {
        // The end of the audit log has a row from the beginning.
        var head = StoredTable.Of<AuditHeadRow>(target).Name;
        var sources = StoredTable.AllOf(source).ToDictionary(table => table.Name);
        return [.. StoredTable.AllOf(target).Where(table => table.Name != head).Select(table => new TableCopy(source, sources[table.Name], target, table))];
    }

    private async Task RefuseSourceAsync(CancellationToken cancellationToken)
    {
        if ((await source.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            throw new DatabaseRefusedException("The source was made by an earlier version. Run this version's migrate over it, then copy it.");

        try
        {
            await source.Users.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        }
        catch (CryptographicException)
        {
            throw new DatabaseRefusedException("The source's personal data were sealed with another protection key or key ring than the one that is set.");
        }
    }

    private static async Task RefuseTargetAsync(IEnumerable<TableCopy> copies, CancellationToken cancellationToken)
    {
        List<string> taken = [];
        foreach (var copy in copies)
        {
            if (!await copy.IsTargetEmptyAsync(cancellationToken)) taken.Add(copy.Table);
        }

        if (taken.Count > 0)
            throw new DatabaseRefusedException($"The target is not empty: there are rows in {string.Join(", ", taken)}. Copy into a new database.");
    }

    private async Task CopyEndOfAuditLogAsync(CancellationToken cancellationToken)
    {
        var end = await source.Set<AuditHeadRow>().AsNoTracking().SingleAsync(cancellationToken);
        await target.Set<AuditHeadRow>().ExecuteUpdateAsync(
            row => row.SetProperty(head => head.Sequence, end.Sequence).SetProperty(head => head.Hash, end.Hash).SetProperty(head => head.Seal, end.Seal),
            cancellationToken);
    }
}
