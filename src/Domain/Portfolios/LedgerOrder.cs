namespace Investr.Domain.Portfolios;

/// <summary>The order of time: by day, within a day by what must come before what, then by order of entry.</summary>
internal static class LedgerOrder
{
    /// <summary>What no other entry supersedes and nobody voided, in no particular order.</summary>
    internal static IEnumerable<Transaction> Standing(IReadOnlyCollection<Transaction> entries, IEnumerable<Voiding> voidings)
    {
        var gone = GoneBy(entries, voidings);
        return gone.Count == 0 ? entries : entries.Where(entry => !gone.Contains(entry.Id));
    }

    internal static IReadOnlyList<Transaction> Sorted(IEnumerable<Transaction> entries)
    {
        var sorted = entries.ToArray();
        Array.Sort(sorted, Compare);
        return sorted;
    }

    /// <summary>What stands of entries that stood before, in order, together with what came since.</summary>
    internal static IReadOnlyList<Transaction> Merged(
        IReadOnlyList<Transaction> before, IReadOnlyCollection<Transaction> added, IEnumerable<Voiding> voidings)
    {
        var gone = GoneBy(added, voidings);
        var news = Sorted(added.Where(entry => !gone.Contains(entry.Id)));
        var (merged, next) = (new List<Transaction>(before.Count + news.Count), 0);
        foreach (var entry in before)
        {
            if (gone.Contains(entry.Id)) continue;

            while (next < news.Count && Compare(news[next], entry) < 0) merged.Add(news[next++]);
            merged.Add(entry);
        }

        return [.. merged, .. news.Skip(next)];
    }

    private static HashSet<TransactionId> GoneBy(IEnumerable<Transaction> entries, IEnumerable<Voiding> voidings) =>
        [.. entries.Select(entry => entry.Supersedes).OfType<TransactionId>(), .. voidings.Select(voiding => voiding.Entry)];

    private static int Compare(Transaction left, Transaction right)
    {
        var order = left.TradeDate.CompareTo(right.TradeDate);
        if (order == 0) order = Turn(left).CompareTo(Turn(right));
        if (order == 0) order = left.Sequence.CompareTo(right.Sequence);
        return order != 0 ? order : left.Id.Value.CompareTo(right.Id.Value);
    }

    // A market trades in new units from the opening on, and nobody sells what comes only afterwards.
    private static int Turn(Transaction transaction) => transaction.Type switch
    {
        TransactionType.Split => 0,
        TransactionType.Buy or TransactionType.Reward or TransactionType.TransferIn or TransactionType.Deposit => 1,
        TransactionType.Sell or TransactionType.TransferOut or TransactionType.Withdrawal => 3,
        _ => 2,
    };
}
