using Investr.Application;
using Investr.Application.Filtering;
using Investr.Application.Portfolios;
using Investr.Domain.Portfolios;
using Investr.Infrastructure.Persistence.Paging;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class TransactionPages(IDbContextFactory<InvestrDbContext> contexts) : ITransactionPages
{
    public async Task<Page<Transaction>> ListAsync(
        PortfolioId portfolio,
        TransactionFilter? where,
        IReadOnlyList<TransactionSort> order,
        bool includeSuperseded,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = includeSuperseded
            ? context.Transactions.AsNoTracking().Where(row => row.PortfolioId == portfolio)
            : context.StandingRows(portfolio);
        if (where is not null) rows = Filtered(rows, where, context);

        var found = await rows.ToPageAsync(page, KeysetOf(order), cancellationToken);
        return new(
            [.. found.Items.Select(item => new PageItem<Transaction>(item.Item.ToTransaction(), item.Cursor))],
            found.HasNext,
            found.HasPrevious,
            found.TotalCount);
    }

    private static IQueryable<TransactionRow> Filtered(IQueryable<TransactionRow> rows, TransactionFilter where, InvestrDbContext context)
    {
        if (where.Type?.Eq is { } type) rows = rows.Where(row => row.Type == type);
        if (where.Type?.In is { } types) rows = rows.Where(row => types.Contains(row.Type));
        if (where.TradeDate?.Eq is { } day) rows = rows.Where(row => row.TradeDate == day);
        if (where.TradeDate?.Gte is { } from) rows = rows.Where(row => row.TradeDate >= from);
        if (where.TradeDate?.Lte is { } to) rows = rows.Where(row => row.TradeDate <= to);
        if (where.Symbol is { } symbol)
        {
            var assets = context.Assets.WhereText(asset => asset.Symbol, symbol);
            rows = rows.Where(row => assets.Any(asset => asset.Id == row.AssetId));
        }

        return rows;
    }

    // Among equals the order of entry decides, and a correction has the place of what it corrects; the identity is never the same.
    private static Keyset<TransactionRow> KeysetOf(IReadOnlyList<TransactionSort> order)
    {
        var keyset = Keyset<TransactionRow>.Empty;
        var descending = false;
        foreach (var sort in order)
        {
            if (sort.TradeDate is { } byDay)
            {
                descending = byDay == SortDirection.Desc;
                keyset = keyset.ThenBy(row => row.TradeDate, descending);
            }

            if (sort.RecordedAt is { } byEntry)
            {
                descending = byEntry == SortDirection.Desc;
                keyset = keyset.ThenBy(row => row.RecordedAt, descending);
            }
        }

        return keyset.ThenBy(row => row.Sequence, descending).ThenBy(row => row.Id, descending);
    }
}
