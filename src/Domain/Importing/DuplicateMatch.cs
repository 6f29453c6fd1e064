using Investr.Domain.Portfolios;

namespace Investr.Domain.Importing;

/// <summary>Tells which of the entries to be imported a ledger has already, so that the same file twice adds nothing.</summary>
public static class DuplicateMatch
{
    /// <summary>For each entry to be imported the one that is there already; null for one that is new.</summary>
    /// <remarks>
    /// An entry with an external id is there if one with that id is, in the ledger or further up in the list. One without is there if
    /// the ledger has as many equal entries without an external id as come up to it in the list: of two equal rows in one file both are
    /// taken, and both are known when the file comes again. Superseded entries count as there, since whoever corrected one does not
    /// want it back.
    /// </remarks>
    /// <param name="there">Everything ever recorded in the ledger.</param>
    /// <param name="given">The entries to be imported.</param>
    public static IReadOnlyList<Transaction?> Of(IEnumerable<Transaction> there, IReadOnlyList<Transaction> given)
    {
        var byExternalId = new Dictionary<string, Transaction>(StringComparer.Ordinal);
        var byContent = new Dictionary<Transaction, Queue<Transaction>>();
        foreach (var entry in there)
        {
            if (entry.ExternalId is { } id) byExternalId.TryAdd(id, entry);
            else if (byContent.TryGetValue(ContentOf(entry), out var equals)) equals.Enqueue(entry);
            else byContent[ContentOf(entry)] = new([entry]);
        }

        return [.. given.Select(Known)];

        Transaction? Known(Transaction entry)
        {
            if (entry.ExternalId is { } id) return byExternalId.TryAdd(id, entry) ? null : byExternalId[id];

            return byContent.TryGetValue(ContentOf(entry), out var equals) && equals.TryDequeue(out var equal) ? equal : null;
        }
    }

    // What happened, without who wrote it down, when and with which words.
    private static Transaction ContentOf(Transaction entry)
    {
        var content = entry with
        {
            Id = default,
            RecordedAt = default,
            RecordedBy = null,
            Sequence = 0,
            Supersedes = null,
            Note = null,
            ExternalId = null,
        };
        return content switch
        {
            Sell sale => sale with { Lots = [] },
            TransferIn transfer => transfer with { Lots = [], TakenFrom = null },
            _ => content,
        };
    }
}
