using System.Globalization;
using Investr.Application.Importing;
using Investr.Domain.Portfolios;

namespace Investr.Application.Exporting;

/// <summary>The lots that the sales of a ledger name, told by the entries that open them, which are numbered in the order of time.</summary>
internal sealed class ExportedLots
{
    private readonly Dictionary<TransactionId, string> _names;
    private readonly ILookup<TransactionId, (LotOpening Opening, decimal Units)> _taken;

    public ExportedLots(Ledger ledger)
    {
        // A lot that is there no longer, or not yet on the day of the sale, gives nothing; nor need it be told.
        var openings = new LotOpenings(ledger);
        _taken = ledger.Current.OfType<Sell>()
            .SelectMany(sale => sale.Lots.Select(lot => (Sale: sale.Id, Opening: openings.Find(lot.Lot, sale), lot.Quantity.Units)))
            .Where(lot => lot.Opening is not null)
            .ToLookup(lot => lot.Sale, lot => (lot.Opening!, lot.Units));

        var named = _taken.SelectMany(lots => lots).Select(lot => lot.Opening.Entry.Id).ToHashSet();
        _names = ledger.Current.Select(entry => entry.Id).Where(named.Contains).Index()
            .ToDictionary(entry => entry.Item, entry => (entry.Index + 1).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What sales call the lots that an entry opens; null where none names them.</summary>
    public string? NameOf(Transaction entry) => _names.GetValueOrDefault(entry.Id);

    /// <summary>From which lots an entry takes by name.</summary>
    public IReadOnlyList<NamedLot> TakenBy(Transaction entry) =>
        [.. _taken[entry.Id].Select(lot => new NamedLot(_names[lot.Opening.Entry.Id], lot.Opening.Number + 1, lot.Units))];
}
