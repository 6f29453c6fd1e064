using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Portfolios;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class TransactionLoader(IDbContextFactory<InvestrDbContext> contexts, IBatchScheduler scheduler)
    : BatchDataLoader<TransactionId, LedgerEntry>(scheduler), ITransactionLoader
{
    protected override async Task<IReadOnlyDictionary<TransactionId, LedgerEntry>> LoadBatchAsync(
        IReadOnlyList<TransactionId> keys, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Transactions.AsNoTracking()
            .Where(row => keys.Contains(row.Id))
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => new LedgerEntry(row.PortfolioId, row.ToTransaction()));
    }
}
