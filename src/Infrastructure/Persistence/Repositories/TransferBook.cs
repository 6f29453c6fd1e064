using Investr.Application.Portfolios;
using Investr.Domain.Market;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Loaders;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Repositories;

/// <summary>
/// Four statements: the portfolios, what happened in them to the assets that left on those days, what was voided of that, and what
/// of it was taken. Only the ledgers that have such a transfer are replayed, and of each only the asset.
/// </summary>
internal sealed class TransferBook(InvestrDbContext context) : ITransferBook
{
    public async Task<IReadOnlyList<OpenTransfer>> ReadOpenAsync(
        UserId user,
        PortfolioId into,
        IReadOnlyCollection<AssetId> assets,
        IReadOnlyCollection<DateOnly> days,
        TransactionId? corrected,
        CancellationToken cancellationToken)
    {
        await context.TakeTurnToWriteAsync(cancellationToken);

        var methods = await context.PortfoliosOf(user, toChange: true).AsNoTracking()
            .Where(portfolio => portfolio.Id != into)
            .Select(portfolio => new { portfolio.Id, portfolio.CostBasisMethod })
            .ToDictionaryAsync(portfolio => portfolio.Id, portfolio => portfolio.CostBasisMethod, cancellationToken);
        if (methods.Count == 0) return [];

        var rows = await LeftOn(days, [.. methods.Keys], assets).ToListAsync(cancellationToken);
        if (rows.Count == 0) return [];

        PortfolioId[] left = [.. rows.Select(row => row.PortfolioId).Distinct()];
        var voidings = (await context.Voidings.AsNoTracking()
            .Where(voiding => EF.Parameter(left).Contains(voiding.PortfolioId))
            .ToListAsync(cancellationToken)).ToLookup(voiding => voiding.PortfolioId);

        OpenTransfer[] sent =
        [
            .. rows.GroupBy(row => (row.PortfolioId, row.AssetId))
                .SelectMany(history => SentOn(days, history, voidings[history.Key.PortfolioId], methods[history.Key.PortfolioId])),
        ];
        var taken = await TakenAsync(sent, corrected, cancellationToken);
        return
        [
            .. sent.Where(transfer => !taken.Contains(transfer.First))
                .OrderBy(transfer => transfer.Transfer.RecordedAt)
                .ThenBy(transfer => transfer.Transfer.Sequence)
                .ThenBy(transfer => transfer.Transfer.Id.Value),
        ];
    }

    // Everything ever entered of an asset in a portfolio from which it was transferred on one of the days.
    private IQueryable<TransactionRow> LeftOn(
        IReadOnlyCollection<DateOnly> days, IReadOnlyCollection<PortfolioId> portfolios, IReadOnlyCollection<AssetId> assets)
    {
        var subjects = assets.Select(asset => (AssetId?)asset).ToArray();
        return context.Transactions.AsNoTracking()
            .Where(row => EF.Parameter(portfolios).Contains(row.PortfolioId) && EF.Parameter(subjects).Contains(row.AssetId))
            .Where(row => context.Transactions.Any(transfer => transfer.PortfolioId == row.PortfolioId
                && transfer.AssetId == row.AssetId
                && transfer.Type == TransactionType.TransferOut
                && EF.Parameter(days).Contains(transfer.TradeDate)));
    }

    private static IEnumerable<OpenTransfer> SentOn(
        IReadOnlyCollection<DateOnly> days, IEnumerable<TransactionRow> history, IEnumerable<VoidingRow> voidings, CostBasisMethod method)
    {
        var entries = history.Select(row => row.ToTransactionWithoutNote()).ToDictionary(entry => entry.Id);
        var ledger = new Ledger(entries.Values, voidings.Select(voiding => voiding.ToVoiding()));
        return Replay.Of(ledger, method).HandOvers
            .Where(handOver => days.Contains(handOver.On))
            .Select(handOver => new OpenTransfer((TransferOut)entries[handOver.Transfer], FirstOf(handOver.Transfer, entries), handOver.Lots));
    }

    private static TransactionId FirstOf(TransactionId entry, Dictionary<TransactionId, Transaction> entries)
    {
        while (entries.GetValueOrDefault(entry)?.Supersedes is { } before) entry = before;
        return entry;
    }

    // What was taken anywhere, by whoever may: an entry that was corrected or voided has given it back.
    private async Task<HashSet<TransactionId>> TakenAsync(
        OpenTransfer[] sent, TransactionId? corrected, CancellationToken cancellationToken)
    {
        var firsts = sent.Select(transfer => (TransactionId?)transfer.First).ToArray();
        var taken = await context.Transactions.AsNoTracking()
            .Where(row => EF.Parameter(firsts).Contains(row.TakenFrom) && row.Id != corrected)
            .Where(row => !context.Transactions.Any(correction => correction.Supersedes == row.Id)
                && !context.Voidings.Any(voiding => voiding.Entry == row.Id))
            .Select(row => row.TakenFrom!.Value)
            .ToListAsync(cancellationToken);
        return [.. taken];
    }
}
