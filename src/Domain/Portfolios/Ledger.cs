namespace Investr.Domain.Portfolios;

/// <summary>The entries of a portfolio in the order of time. Entries are added and never changed; a correction supersedes one.</summary>
/// <remarks>
/// Within a day, splits come first, then what comes in, then income and charges, then what goes out, each in the order of entry;
/// so the order in which a day's entries arrive decides nothing but which of two equal things comes first.
/// </remarks>
public sealed class Ledger
{
    private readonly List<Transaction> _entries;
    private readonly Action? _changed;
    private IReadOnlyList<Transaction>? _current;

    /// <summary>A ledger of entries that were recorded before.</summary>
    /// <param name="entries">The entries, in any order.</param>
    public Ledger(IEnumerable<Transaction> entries) => _entries = [.. entries];

    internal Ledger(List<Transaction> entries, Action changed) => (_entries, _changed) = (entries, changed);

    /// <summary>Everything ever recorded, superseded entries included, in the order of recording.</summary>
    public IReadOnlyList<Transaction> Entries => _entries;

    /// <summary>What counts now, in the order of time.</summary>
    public IReadOnlyList<Transaction> Current => _current ??= LedgerOrder.Sorted(LedgerOrder.Standing(_entries));

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
        _current = null;
        if (recorded.Count > 0) _changed?.Invoke();
        return recorded;
    }

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
        LedgerRules.RefusalsOf(_entries, Placed(transactions));

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
