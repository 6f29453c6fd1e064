using Investr.Application.Importing;
using Investr.Application.Pipeline;
using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Exporting;

/// <summary>The whole ledger of a portfolio as a file that can be imported again.</summary>
/// <param name="PortfolioId">The portfolio.</param>
public sealed record ExportTransactions(PortfolioId PortfolioId) : IRequest<LedgerExport>, IPortfolioRequest
{
    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Viewer;
}

/// <summary>A ledger about to be written down; its entries are read as they are asked for.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Entries">What counts in its ledger, in the order of time.</param>
public sealed record LedgerExport(Portfolio Portfolio, IAsyncEnumerable<ExportedEntry> Entries);

/// <summary>An entry told without identities.</summary>
/// <param name="Transaction">The entry.</param>
/// <param name="Symbol">The symbol of its asset; null where the entry is about cash alone.</param>
public sealed record ExportedEntry(Transaction Transaction, string? Symbol)
{
    /// <summary>What sales call the lots that it opens; null where none names them.</summary>
    public string? LotName { get; init; }

    /// <summary>From which lots a sale takes.</summary>
    public IReadOnlyList<NamedLot> TakesFrom { get; init; } = [];
}

/// <summary>Ledgers from the first entry to the last, read as they are asked for. It asks nobody for access.</summary>
public interface ILedgerEntries
{
    /// <summary>What counts in a portfolio's ledger, by day and within a day by order of entry.</summary>
    IAsyncEnumerable<ExportedEntry> ReadAsync(PortfolioId portfolio);
}

/// <summary>The file that a ledger is written to.</summary>
public interface ILedgerFile
{
    /// <summary>Writes entries as they come.</summary>
    Task WriteAsync(IAsyncEnumerable<ExportedEntry> entries, Stream file, CancellationToken cancellationToken);
}

internal sealed class ExportTransactionsHandler(IPortfolioLoader portfolios, ILedgerLoader ledgers, ILedgerEntries entries)
    : IRequestHandler<ExportTransactions, LedgerExport>
{
    public async Task<LedgerExport> Handle(ExportTransactions request, CancellationToken cancellationToken)
    {
        var portfolio = await portfolios.FindAsync(request.PortfolioId, cancellationToken);
        var lots = new ExportedLots(await ledgers.LoadRequiredAsync(request.PortfolioId, cancellationToken));
        return new(portfolio, entries.ReadAsync(request.PortfolioId).Select(entry => entry with
        {
            LotName = lots.NameOf(entry.Transaction),
            TakesFrom = lots.TakenBy(entry.Transaction),
        }));
    }
}
