namespace Investr.Domain.Portfolios;

/// <summary>
/// Which lots an entry opens. A correction opens the lots of the entry that it corrects, so that sales that name them go on to find
/// them; only one that is about another asset opens lots of its own.
/// </summary>
internal sealed class LotIdentities
{
    private readonly Dictionary<TransactionId, Transaction> _corrected = [];

    internal LotIdentities(IReadOnlyCollection<Transaction> entries)
    {
        var corrected = entries.Select(entry => entry.Supersedes).OfType<TransactionId>().ToHashSet();
        if (corrected.Count == 0) return;

        foreach (var entry in entries.Where(entry => corrected.Contains(entry.Id))) _corrected[entry.Id] = entry;
    }

    /// <summary>The first of the lots that an entry opens.</summary>
    internal LotId Of(Transaction entry)
    {
        var first = entry;
        while (first.Supersedes is { } old && _corrected.TryGetValue(old, out var before) && before.Subject == entry.Subject)
            first = before;

        return LotId.Of(first.Id);
    }

    /// <summary>All the lots that an entry opens.</summary>
    internal IEnumerable<LotId> AllOf(Transaction entry)
    {
        var first = Of(entry);
        return entry switch
        {
            TransferIn { Lots.Count: > 0 } transfer => Enumerable.Range(0, transfer.Lots.Count).Select(first.Next),
            Buy or Reward or TransferIn => [first],
            _ => [],
        };
    }
}
