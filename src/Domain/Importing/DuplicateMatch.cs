using Investr.Domain.Portfolios;

namespace Investr.Domain.Importing;

/// <summary>Tells which of the entries to be imported a ledger has already, so that the same file twice adds nothing.</summary>
public static class DuplicateMatch
{
    /// <summary>Those that are not there yet, in their order.</summary>
    /// <remarks>
    /// An entry with an external id is there if one with that id is. One without is there if the ledger has as many equal entries
    /// without an external id as come up to it in the list: of two equal rows in one file both are taken, and both are known
    /// when the file comes again. Superseded entries count as there, since whoever corrected one does not want it back.
    /// </remarks>
    /// <param name="there">Everything ever recorded in the ledger.</param>
    /// <param name="given">The entries to be imported.</param>
    public static IReadOnlyList<Transaction> Fresh(IEnumerable<Transaction> there, IReadOnlyList<Transaction> given)
    {
        var externalIds = new HashSet<string>(StringComparer.Ordinal);
        var equals = new Dictionary<Transaction, int>();
        foreach (var entry in there)
        {
            if (entry.ExternalId is { } id) externalIds.Add(id);
            else Count(equals, entry);

            // A transfer that brought its lots stands in an export with the price that they had cost on average.
            if (entry is TransferIn { ExternalId: null, Lots.Count: > 0 } transfer) Count(equals, transfer.AtAverageCost());
        }

        return [.. given.Where(IsFresh)];

        bool IsFresh(Transaction entry)
        {
            if (entry.ExternalId is { } id) return externalIds.Add(id);

            var content = ContentOf(entry);
            var left = equals.GetValueOrDefault(content);
            if (left > 0) equals[content] = left - 1;
            return left == 0;
        }
    }

    private static void Count(Dictionary<Transaction, int> equals, Transaction entry)
    {
        var content = ContentOf(entry);
        equals[content] = equals.GetValueOrDefault(content) + 1;
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
