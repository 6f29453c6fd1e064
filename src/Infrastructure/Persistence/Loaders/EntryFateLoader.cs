using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Portfolios;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Two statements for any number of entries: what corrected them, and what voided them.</summary>
internal sealed class EntryFateLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : BatchDataLoader<TransactionId, EntryFate>(scheduler), IEntryFateLoader
{
    protected override async Task<IReadOnlyDictionary<TransactionId, EntryFate>> LoadBatchAsync(
        IReadOnlyList<TransactionId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = keys.Select(key => (TransactionId?)key).ToArray();
        var corrections = await context.Transactions.AsNoTracking()
            .Where(row => EF.Parameter(entries).Contains(row.Supersedes))
            .ToDictionaryAsync(row => row.Supersedes!.Value, row => row.ToTransaction(), cancellationToken);
        var voidings = await context.Voidings.AsNoTracking()
            .Where(row => keys.Contains(row.Entry))
            .ToDictionaryAsync(row => row.Entry, row => row.ToVoiding(), cancellationToken);

        return corrections.Keys.Union(voidings.Keys)
            .ToDictionary(entry => entry, entry => new EntryFate(voidings.GetValueOrDefault(entry), corrections.GetValueOrDefault(entry)));
    }
}
