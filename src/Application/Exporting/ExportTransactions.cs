using Investr.Application.Pipeline;
using Investr.Application.Portfolios;
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

/// <summary>A ledger about to be written down; nothing of it has been read yet.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Entries">What counts in its ledger, in the order of time.</param>
public sealed record LedgerExport(Portfolio Portfolio, IAsyncEnumerable<ExportedEntry> Entries);

/// <summary>An entry with the symbol of its asset.</summary>
/// <param name="Transaction">The entry.</param>
/// <param name="Symbol">The symbol; null where the entry is about cash alone.</param>
public sealed record ExportedEntry(Transaction Transaction, string? Symbol);

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

internal sealed class ExportTransactionsHandler(IPortfolioLoader portfolios, ILedgerEntries ledgers)
    : IRequestHandler<ExportTransactions, LedgerExport>
{
    public async Task<LedgerExport> Handle(ExportTransactions request, CancellationToken cancellationToken) => new(
        await portfolios.FindAsync(request.PortfolioId, cancellationToken), ledgers.ReadAsync(request.PortfolioId));
}
