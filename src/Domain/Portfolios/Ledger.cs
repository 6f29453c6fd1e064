using Investr.Domain.Market;

namespace Investr.Domain.Portfolios;

/// <summary>
/// The entries of a portfolio in the order of time. Entries are added and never changed; a correction supersedes one, a voiding
/// takes one out, and both leave it to be read.
/// </summary>
/// <remarks>
/// Within a day, splits come first, then what comes in, then income and charges, then what goes out, each in the order of entry;
/// so the order in which a day's entries arrive decides nothing but which of two equal things comes first.
/// </remarks>
public sealed class Ledger
{
    private readonly List<Transaction> _entries;
    private readonly List<Voiding> _voidings;
    private readonly Action? _changed;
    private IReadOnlyList<Transaction>? _current;
    private IReadOnlyDictionary<AssetId, Strand> _strands = new Dictionary<AssetId, Strand>();
    private volatile bool _hasStrands;

    /// <summary>A ledger of entries that were recorded before.</summary>
    /// <param name="entries">The entries, in any order.</param>
    /// <param name="voidings">What was voided of them.</param>
    public Ledger(IEnumerable<Transaction> entries, IEnumerable<Voiding>? voidings = null) =>
        (_entries, _voidings) = ([.. entries], [.. voidings ?? []]);

    internal Ledger(List<Transaction> entries, List<Voiding> voidings, Action changed) =>
        (_entries, _voidings, _changed) = (entries, voidings, changed);

    /// <summary>Everything ever recorded, superseded and voided entries included, in the order of recording.</summary>
    public IReadOnlyList<Transaction> Entries => _entries;

    /// <summary>Which entries were taken out, by whom and why, in the order of voiding.</summary>
    public IReadOnlyList<Voiding> Voidings => _voidings;

    /// <summary>What counts now, in the order of time.</summary>
    public IReadOnlyList<Transaction> Current => _current ??= LedgerOrder.Sorted(LedgerOrder.Standing(_entries, _voidings));

    /// <summary>The assets that what counts now is about.</summary>
    public IEnumerable<AssetId> Assets => Strands.Keys;

    /// <summary>What counts now and is not from after a day, in the order of time.</summary>
    internal IReadOnlyList<Transaction> CurrentUpTo(DateOnly? day) =>
        Current.Count > 0 && Current[^1].TradeDate > day ? [.. Current.TakeWhile(entry => entry.TradeDate <= day)] : Current;

    /// <summary>What counts now, asset by asset.</summary>
    internal IReadOnlyDictionary<AssetId, Strand> Strands
    {
        get
        {
            if (_hasStrands) return _strands;

            _strands = Strand.Of(Current, new LotIdentities(_entries), before: _strands);
            _hasStrands = true;
            return _strands;
        }
    }

    /// <summary>
    /// This ledger with what was recorded since; it stays as it is itself. What was replayed of assets that the news leave alone is
    /// not replayed again.
    /// </summary>
    /// <param name="entries">Entries that were recorded since.</param>
    /// <param name="voidings">What was voided since.</param>
    public Ledger With(IReadOnlyCollection<Transaction> entries, IReadOnlyCollection<Voiding> voidings) =>
        new([.. _entries, .. entries], [.. _voidings, .. voidings])
        {
            _current = _current is null ? null : LedgerOrder.Merged(_current, entries, voidings),
            _strands = _strands,
        };

    /// <summary>Enters a transaction at its place in time.</summary>
    /// <param name="transaction">The transaction; where it names an entry that it supersedes, that one no longer counts.</param>
    /// <returns>The entry, with its place among those of its day.</returns>
    /// <exception cref="RefusedException">The ledger would contradict itself.</exception>
    public Transaction Record(Transaction transaction) => RecordAll([transaction])[0];

    /// <summary>Enters transactions, all of them or none; their order in the list does not matter.</summary>
    /// <param name="transactions">The transactions.</param>
    /// <returns>The entries, in the order of the list.</returns>
    /// <exception cref="RefusedException">The ledger would contradict itself; it carries every reason.</exception>
    public IReadOnlyList<Transaction> RecordAll(IReadOnlyList<Transaction> transactions)
    {
        if (RefusalsOf(transactions) is { Count: > 0 } refusals) throw new RefusedException(refusals);

        var recorded = Placed(transactions);
        _entries.AddRange(recorded);
        Forget();
        if (recorded.Count > 0) _changed?.Invoke();
        return recorded;
    }

    /// <summary>Takes an entry out: it stays to be read and counts no longer. What it corrected does not come back.</summary>
    /// <param name="voiding">Which entry, who says so, when and why.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="RefusedException">There is no such entry, it counts no longer, or later ones need what it brought.</exception>
    public Transaction Void(Voiding voiding)
    {
        if (RefusalsOf(voiding) is { Count: > 0 } refusals) throw new RefusedException(refusals);

        _voidings.Add(voiding);
        Forget();
        _changed?.Invoke();
        return _entries.Find(entry => entry.Id == voiding.Entry)!;
    }

    /// <summary>Why <see cref="Void"/> would refuse; empty where it would not.</summary>
    /// <param name="voiding">The voiding.</param>
    /// <returns>Where later entries need what the entry brought, one <see cref="InsufficientQuantity"/> for each of them.</returns>
    public IReadOnlyList<Refusal> RefusalsOf(Voiding voiding) => LedgerRules.RefusalsOf(_entries, _voidings, voiding);

    /// <summary>Why <see cref="Record"/> would refuse; null where it would not.</summary>
    /// <param name="transaction">The transaction.</param>
    public Refusal? RefusalOf(Transaction transaction) => RefusalsOf([transaction]) is [var first, ..] ? first : null;

    /// <summary>Why <see cref="RecordAll"/> would refuse; empty where it would not.</summary>
    /// <param name="transactions">The transactions.</param>
    /// <returns>
    /// One <see cref="ValidationRefusal"/> with every fault of every entry, by the entry's place in the list; or, where each is
    /// sound by itself, one refusal for each entry that contradicts the ledger.
    /// </returns>
    public IReadOnlyList<Refusal> RefusalsOf(IReadOnlyList<Transaction> transactions) =>
        LedgerRules.RefusalsOf(_entries, _voidings, Placed(transactions));

    private void Forget() => (_current, _hasStrands) = (null, false);

    // An entry goes behind all that are there; a correction goes where the corrected one was.
    private List<Transaction> Placed(IReadOnlyList<Transaction> transactions)
    {
        var next = _entries.Count == 0 ? 1 : _entries.Max(entry => entry.Sequence) + 1;
        var corrected = transactions.Select(transaction => transaction.Supersedes).OfType<TransactionId>().ToHashSet();
        var places = corrected.Count == 0
            ? []
            : _entries.Where(entry => corrected.Contains(entry.Id)).ToDictionary(entry => entry.Id, entry => entry.Sequence);

        return
        [
            .. transactions.Select(transaction => transaction with
            {
                Sequence = transaction.Supersedes is { } old && places.TryGetValue(old, out var place) ? place : next++,
            }),
        ];
    }
}
