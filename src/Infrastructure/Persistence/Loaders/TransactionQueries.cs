using Investr.Domain.Portfolios;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Conditions on entries that several queries share.</summary>
internal static class TransactionQueries
{
    /// <summary>The entries of a portfolio's ledger that count.</summary>
    public static IQueryable<TransactionRow> StandingRows(this InvestrDbContext context, PortfolioId portfolio) => context.Transactions
        .AsNoTracking()
        .Where(row => row.PortfolioId == portfolio)
        .Where(row => !context.Transactions.Any(correction => correction.Supersedes == row.Id)
            && !context.Voidings.Any(voiding => voiding.Entry == row.Id));
}
