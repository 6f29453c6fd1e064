using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>
/// Ledgers, read together: those that have not changed since they were last read not at all; of those that have, what is new, in
/// two statements; those never read whole, in one.
/// </summary>
internal sealed class LedgerLoader(
    IDbContextFactory<InvestrDbContext> contexts, IPortfolioLoader portfolios, KeptLedgers kept, IBatchScheduler scheduler)
    : BatchDataLoader<PortfolioId, Ledger>(scheduler), ILedgerLoader
{
    protected override async Task<IReadOnlyDictionary<PortfolioId, Ledger>> LoadBatchAsync(
        IReadOnlyList<PortfolioId> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<PortfolioId, Ledger>(keys.Count);
        List<Portfolio> unread = [];
        List<(Portfolio Portfolio, KeptLedger Before)> changed = [];
        foreach (var portfolio in (await portfolios.LoadAsync(keys, cancellationToken)).OfType<Portfolio>())
        {
            if (kept.Find(portfolio.Id, portfolio.Version) is not { } before) unread.Add(portfolio);
            else if (before.Version == portfolio.Version) found[portfolio.Id] = before.Ledger;
            else changed.Add((portfolio, before));
        }

        if (unread.Count == 0 && changed.Count == 0) return found;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        IEnumerable<(Portfolio Portfolio, KeptLedger Ledger)> read =
            [.. await ReadWholeAsync(context, unread, cancellationToken), .. await ReadNewsAsync(context, changed, cancellationToken)];
        foreach (var (portfolio, ledger) in read)
        {
            kept.Keep(portfolio.Id, ledger);
            found[portfolio.Id] = ledger.Ledger;
        }

        return found;
    }

    private static async Task<IEnumerable<(Portfolio Portfolio, KeptLedger Ledger)>> ReadWholeAsync(
        InvestrDbContext context, List<Portfolio> unread, CancellationToken cancellationToken)
    {
        if (unread.Count == 0) return [];

        var ids = unread.Select(portfolio => portfolio.Id).ToArray();
        var rows = await (
            from row in context.Transactions.AsNoTracking()
            where ids.Contains(row.PortfolioId)
            join voiding in context.Voidings on row.Id equals voiding.Entry into voidings
            from voiding in voidings.DefaultIfEmpty()
            select new { Entry = row, Voiding = voiding }).ToListAsync(cancellationToken);

        var entries = rows.ToLookup(row => row.Entry.PortfolioId);
        return unread.Select(portfolio => (portfolio, KeptLedger.Empty.With(
            portfolio.Version,
            entries[portfolio.Id].Select(row => row.Entry),
            entries[portfolio.Id].Select(row => row.Voiding).OfType<VoidingRow>())));
    }

    private static async Task<IEnumerable<(Portfolio Portfolio, KeptLedger Ledger)>> ReadNewsAsync(
        InvestrDbContext context, List<(Portfolio Portfolio, KeptLedger Before)> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0) return [];

        var since = changed.Select(one => (one.Portfolio.Id, one.Before.Version)).ToArray();
        var entries = await context.Transactions.AsNoTracking()
            .Where(Conditions.AnyOf(since.Select(one =>
                Conditions.Of<TransactionRow>(row => row.PortfolioId == one.Id && row.Version > one.Version))))
            .ToListAsync(cancellationToken);
        var voidings = await context.Voidings.AsNoTracking()
            .Where(Conditions.AnyOf(since.Select(one =>
                Conditions.Of<VoidingRow>(row => row.PortfolioId == one.Id && row.Version > one.Version))))
            .ToListAsync(cancellationToken);

        return changed.Select(one => (one.Portfolio, one.Before.With(
            one.Portfolio.Version,
            entries.Where(row => row.PortfolioId == one.Portfolio.Id),
            voidings.Where(row => row.PortfolioId == one.Portfolio.Id))));
    }
}
