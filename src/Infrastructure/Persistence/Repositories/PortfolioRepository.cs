using Investr.Application.Portfolios;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Persistence.Loaders;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

internal sealed class PortfolioRepository(InvestrDbContext context) : IPortfolioRepository
{
    public void Add(Portfolio portfolio) => context.Add(portfolio);

    // The database takes what was recorded along.
    public void Remove(Portfolio portfolio) => context.Remove(portfolio);

    public async Task<Portfolio?> FindAsync(PortfolioId id, CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);
        return await context.Portfolios.SingleOrDefaultAsync(portfolio => portfolio.Id == id, cancellationToken);
    }

    public async Task<Portfolio?> FindToRecordAsync(
        PortfolioId id, IReadOnlyCollection<AssetId> assets, TransactionId? entry, CancellationToken cancellationToken)
    {
        if (await FindAfreshAsync(id, cancellationToken) is not { } portfolio) return null;

        var subjects = assets.Select(asset => (AssetId?)asset).ToArray();
        var entries = EntriesOf(id);
        var rows = await entries
            .Where(row => EF.Parameter(subjects).Contains(row.AssetId) || row.Id == entry || row.Supersedes == entry)
            .ToListAsync(cancellationToken);

        // The last entry besides, because the next ones are numbered from it.
        var last = await entries.OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && rows.TrueForAll(row => row.Id != last.Id)) rows.Add(last);

        await RecallAsync(portfolio, rows, cancellationToken);
        return portfolio;
    }

    public async Task<Portfolio?> FindWithLedgerAsync(PortfolioId id, CancellationToken cancellationToken)
    {
        if (await FindAfreshAsync(id, cancellationToken) is not { } portfolio) return null;

        await RecallAsync(portfolio, await EntriesOf(id).ToListAsync(cancellationToken), cancellationToken);
        return portfolio;
    }

    public async Task<IReadOnlyDictionary<string, Transaction>> FindByExternalIdAsync(
        PortfolioId id, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken)
    {
        var rows = await context.Transactions.AsNoTracking()
            .Where(row => row.PortfolioId == id && EF.Parameter(externalIds).Contains(TextMatching.AsStored(row.ExternalId)))
            .OrderBy(row => row.RecordedAt)
            .ToListAsync(cancellationToken);

        // Of an entry and its corrections, the last one stands for all.
        return rows.GroupBy(row => row.ExternalId!, StringComparer.Ordinal)
            .ToDictionary(entries => entries.Key, entries => entries.Last().ToTransaction(), StringComparer.Ordinal);
    }

    public void Void(Portfolio portfolio, Voiding voiding) => context.Add(VoidingRow.Of(portfolio, voiding));

    public void Enter(Portfolio portfolio, IReadOnlyList<Transaction> recorded) =>
        context.AddEntries([.. recorded.Select(entry => TransactionRow.Of(portfolio, entry))]);

    // Where this request has read it before, somebody may have changed it since.
    private async Task<Portfolio?> FindAfreshAsync(PortfolioId id, CancellationToken cancellationToken)
    {
        var portfolio = await FindAsync(id, cancellationToken);
        if (portfolio is not null) await context.Entry(portfolio).ReloadAsync(cancellationToken);
        return portfolio;
    }

    private IQueryable<TransactionRow> EntriesOf(PortfolioId id) =>
        context.Transactions.AsNoTracking().Where(row => row.PortfolioId == id);

    private async Task RecallAsync(Portfolio portfolio, List<TransactionRow> rows, CancellationToken cancellationToken)
    {
        var voidings = await context.Voidings.AsNoTracking().Where(row => row.PortfolioId == portfolio.Id).ToListAsync(cancellationToken);
        portfolio.Recall(rows.Select(row => row.ToTransactionWithoutNote()), voidings.Select(row => row.ToVoiding()));
    }
}
