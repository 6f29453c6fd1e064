using Investr.Application.Portfolios;
using Investr.Domain.Importing;
using Investr.Domain.Portfolios;

namespace Investr.Application.Importing;

/// <summary>
/// The lots that the sales of a file name. Which lots they are in the ledger is known only when it is known which rows are there
/// already, so until then each has an identity of its own.
/// </summary>
internal sealed class ImportedLots
{
    private readonly IReadOnlyList<ImportedRow> _rows;
    private readonly Dictionary<string, int> _openings = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<LotId, (int Row, int Number)> _waiting = [];
    private readonly List<ImportRowFault> _faults = [];

    public ImportedLots(IReadOnlyList<ImportedRow> rows)
    {
        _rows = rows;
        foreach (var (place, row) in rows.Index())
        {
            if (row.LotName is null) continue;
            if (row.Draft.Type is not (TransactionType.Buy or TransactionType.Reward or TransactionType.TransferIn))
                _faults.Add(new(row.Line, "lot", "Only what brings units in opens a lot."));
            else if (!_openings.TryAdd(row.LotName, place))
                _faults.Add(new(row.Line, "lot", $"Another row opens the lot {row.LotName} too."));
        }
    }

    /// <summary>What is wrong with the names; read after <see cref="Named"/>.</summary>
    public IReadOnlyList<ImportRowFault> Faults => _faults;

    /// <summary>The rows' drafts, with the lots of the sales.</summary>
    public IReadOnlyList<TransactionDraft> Named(IReadOnlyList<TransactionDraft> drafts) =>
        [.. drafts.Select((draft, place) => _rows[place].TakesFrom is { Count: > 0 } lots ? draft with { Lots = Waiting(_rows[place], lots) } : draft)];

    /// <summary>The entries, their sales with the lots that the ledger knows.</summary>
    /// <param name="entries">What the rows turned out to be.</param>
    /// <param name="known">For each the entry that is there already, if one is.</param>
    /// <param name="openings">The lots of the ledger.</param>
    public IReadOnlyList<Transaction> Settled(
        IReadOnlyList<Transaction> entries, IReadOnlyList<Transaction?> known, LotOpenings openings)
    {
        return [.. entries.Select(entry => entry is Sell { Lots.Count: > 0 } sale ? sale with { Lots = [.. sale.Lots.Select(LotOf)] } : entry)];

        LotSelection LotOf(LotSelection lot)
        {
            var (row, number) = _waiting[lot.Lot];
            return lot with { Lot = openings.LotOf(known[row] ?? entries[row], number - 1) };
        }
    }

    private List<LotDraft> Waiting(ImportedRow sale, IReadOnlyList<NamedLot> lots)
    {
        List<LotDraft> drafts = [];
        foreach (var lot in lots)
        {
            if (!_openings.TryGetValue(lot.Name, out var opening))
            {
                _faults.Add(new(sale.Line, "lots", $"No row of the file opens the lot {lot.Name}."));
                continue;
            }

            var id = new LotId(new Guid(_waiting.Count, 0, 0, new byte[8]));
            _waiting[id] = (opening, lot.Number);
            drafts.Add(new(id, lot.Quantity));
        }

        return drafts;
    }
}
