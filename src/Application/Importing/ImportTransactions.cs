using System.Globalization;
using Investr.Application.Auditing;
using Investr.Application.Pipeline;
using Investr.Application.Portfolios;
using Investr.Domain;
using Investr.Domain.Importing;
using Investr.Domain.Portfolios;
using MediatR;

namespace Investr.Application.Importing;

/// <summary>Enters the rows of a file in a portfolio's ledger: all of them, or none. Rows that are there already are passed over.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="Text">The file's text; null where the file was no text.</param>
/// <param name="Format">The layout's id; found out from the text, if left out.</param>
/// <param name="DryRun">Whether everything is checked and nothing written.</param>
public sealed record ImportTransactions(PortfolioId PortfolioId, string? Text, string? Format = null, bool DryRun = false)
    : IRequest<ImportResult>, IPortfolioRequest, IAudited
{
    /// <summary>How many rows one file may have.</summary>
    public const int MostRows = 100_000;

    /// <inheritdoc/>
    public AccessLevel Needs => AccessLevel.Editor;

    /// <inheritdoc/>
    public string AuditSubject => Auditing.AuditSubject.Of(PortfolioId);

    /// <inheritdoc/>
    public string? AuditDetail => DryRun ? "dry run" : null;
}

/// <summary>What an import did, or would do.</summary>
/// <param name="Format">The id of the layout that the file was read in.</param>
/// <param name="Rows">How many rows the file has.</param>
/// <param name="Imported">How many of them are new in the ledger.</param>
/// <param name="Duplicates">How many were there already, by their external id or by being the same.</param>
/// <param name="Portfolio">The portfolio as it is now.</param>
public sealed record ImportResult(string Format, int Rows, int Imported, int Duplicates, Portfolio Portfolio);

internal sealed class ImportTransactionsHandler(
    IEnumerable<IImportFormat> formats,
    ImportedAssets assets,
    TransactionDrafting drafting,
    LotTakeover transfers,
    TransactionRecording recording,
    LoadedPortfolios loaded,
    IPortfolioLoader portfolios,
    IPortfolioRepository repository,
    IViewer viewer,
    IUnitOfWork work) : IRequestHandler<ImportTransactions, ImportResult>
{
    public async Task<ImportResult> Handle(ImportTransactions request, CancellationToken cancellationToken)
    {
        var text = request.Text ?? throw Refused(new ImportRowFault(1, null, "This is no text file; a CSV in UTF-8 is expected."));
        var format = FormatOf(text, request.Format);
        var reading = format.Read(text);
        if (reading is { Rows.Count: 0, Faults.Count: 0 }) throw Refused(new ImportRowFault(1, null, "The file has no rows."));
        if (reading.Rows.Count > ImportTransactions.MostRows)
        {
            throw Refused(new ImportRowFault(
                reading.Rows[ImportTransactions.MostRows].Line, null, $"A file has at most {ImportTransactions.MostRows} rows."));
        }

        var portfolio = await portfolios.FindAsync(request.PortfolioId, cancellationToken);
        var lots = new ImportedLots(reading.Rows);
        var drafts = lots.Named(await assets.NameAsync(reading.Rows, cancellationToken));
        var drafted = await drafting.DraftAsync(drafts, portfolio, viewer.RequiredId, cancellationToken);
        var columnOf = reading.ColumnOf ?? format.ColumnOf;
        ImportRowFault[] faults = [.. reading.Faults, .. lots.Faults, .. drafted.Faults.Select(fault => FaultOf(fault, reading.Rows, columnOf))];
        if (faults.Length > 0) throw Refused([.. faults.OrderBy(fault => fault.Line)]);

        var into = await repository.FindWithLedgerAsync(request.PortfolioId, cancellationToken)
            ?? throw new RefusedException(new NotFound("portfolio"));
        var known = DuplicateMatch.Of(into.Ledger.Entries, drafted.Transactions);
        var settled = lots.Settled(drafted.Transactions, known, new LotOpenings(into.Ledger));
        var fresh = drafted with { Transactions = [.. settled.Where((_, place) => known[place] is null)] };
        ImportedRow[] news = [.. reading.Rows.Where((_, place) => known[place] is null)];

        fresh = await transfers.TakeOverAsync(request.PortfolioId, fresh, known: [], corrected: null, cancellationToken);
        if (fresh.Faults.Count > 0) throw new RefusedException(Faulty(fresh.Faults));

        var recorded = recording.Record(new OpenLedger(into), fresh, Faulty);
        if (request.DryRun)
        {
            work.Abandon();
        }
        else
        {
            await work.CommitAsync(cancellationToken);
            loaded.Renew(recorded.Portfolio);
        }

        return new(
            format.Id,
            reading.Rows.Count,
            fresh.Transactions.Count,
            reading.Rows.Count - fresh.Transactions.Count,
            request.DryRun ? portfolio : recorded.Portfolio);

        ImportRefused Faulty(IReadOnlyList<InputFault> faults) => new([.. faults.Select(fault => FaultOf(fault, news, columnOf))]);
    }

    private IImportFormat FormatOf(string text, string? id)
    {
        if (id is not null)
        {
            return formats.FirstOrDefault(format => format.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
                ?? throw new RefusedException(new ValidationRefusal(
                    "format", $"There is no format {id}; there are {string.Join(", ", formats.Select(format => format.Id))}."));
        }

        return formats.FirstOrDefault(format => format.Recognizes(text))
            ?? throw Refused(new ImportRowFault(
                1, null, $"The header fits none of the known formats ({string.Join(", ", formats.Select(format => format.Id))})."));
    }

    private static ImportRowFault FaultOf(InputFault fault, IReadOnlyList<ImportedRow> rows, Func<string, string> columnOf) => new(
        rows[int.Parse(fault.Path[0], CultureInfo.InvariantCulture)].Line,
        fault.Path.Count > 1 ? columnOf(fault.Path[1]) : null,
        fault.Message);

    private static RefusedException Refused(params IReadOnlyList<ImportRowFault> faults) => new(new ImportRefused(faults));
}
