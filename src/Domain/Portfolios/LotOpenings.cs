namespace Investr.Domain.Portfolios;

/// <summary>Which entries open the lots of a ledger, so that lots can be told by their entries, and entries by their lots.</summary>
public sealed class LotOpenings
{
    private readonly LotIdentities _identities;
    private readonly Lazy<Dictionary<LotId, LotOpening>> _byLot;

    /// <summary>The lots of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    public LotOpenings(Ledger ledger)
        : this(ledger.Entries, ledger.Current)
    {
    }

    internal LotOpenings(IReadOnlyCollection<Transaction> entries, IEnumerable<Transaction> standing)
    {
        _identities = new(entries);
        _byLot = new(() => standing.OfType<UnitTransaction>()
            .SelectMany(entry => _identities.AllOf(entry).Index().Select(lot => (lot.Item, Opening: new LotOpening(entry, lot.Index))))
            .ToDictionary(lot => lot.Item, lot => lot.Opening));
    }

    /// <summary>The entry that opens the lot from which a sale wants to take; null where none does that counts, or only later.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="sale">The sale.</param>
    public LotOpening? Find(LotId lot, Sell sale) =>
        _byLot.Value.TryGetValue(lot, out var opening) && opening.Entry.Asset == sale.Asset && opening.Entry.TradeDate <= sale.TradeDate
            ? opening
            : null;

    /// <summary>A lot that an entry opens, or would open if it were recorded.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="number">Which of its lots, counted from 0; only a transfer that brings lots opens more than one.</param>
    public LotId LotOf(Transaction entry, int number) => _identities.Of(entry).Next(number);
}

/// <summary>Where a lot comes from.</summary>
/// <param name="Entry">The entry that opens it.</param>
/// <param name="Number">Which of the entry's lots it is, counted from 0.</param>
public sealed record LotOpening(UnitTransaction Entry, int Number);
