using System.Runtime.CompilerServices;
using Investr.Application.Exporting;
using Investr.Domain.Portfolios;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>One statement, and one row in memory at a time.</summary>
internal sealed class LedgerEntries(IDbContextFactory<InvestrDbContext> contexts) : ILedgerEntries
{
    public IAsyncEnumerable<ExportedEntry> ReadAsync(PortfolioId portfolio) => RowsAsync(portfolio);

    private async IAsyncEnumerable<ExportedEntry> RowsAsync(
        PortfolioId portfolio, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows =
            from row in context.StandingRows(portfolio)
            join asset in context.Assets on row.AssetId equals (Domain.Market.AssetId?)asset.Id into assets
            from asset in assets.DefaultIfEmpty()
            orderby row.TradeDate, row.Sequence, row.Id
            select new { Row = row, Symbol = asset == null ? null : asset.Symbol };

        await foreach (var found in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return new(found.Row.ToTransaction(), found.Symbol);
    }
}
