using System.Collections.Concurrent;
using Investr.Domain.Market;

namespace Investr.Domain.Portfolios;

/// <summary>
/// The entries of a ledger that are about one asset, in the order of time. What they come to depends on no other entry, so it is
/// worked out once and kept with them, and a later version of the ledger shares every strand that its news leave as it was.
/// </summary>
internal sealed class Strand
{
    private readonly AssetId _asset;
    private readonly Transaction[] _entries;
    private readonly LotId[] _lots;
    private readonly ConcurrentDictionary<CostBasisMethod, HoldingHistory> _histories = new();

    private Strand(AssetId asset, Transaction[] entries, LotId[] lots) => (_asset, _entries, _lots) = (asset, entries, lots);

    /// <summary>Sorts entries by asset.</summary>
    /// <param name="current">The entries that count, in the order of time.</param>
    /// <param name="lots">Which lots they open.</param>
    /// <param name="before">The strands of an earlier version of the ledger.</param>
    internal static Dictionary<AssetId, Strand> Of(
        IEnumerable<Transaction> current, LotIdentities lots, IReadOnlyDictionary<AssetId, Strand> before)
    {
        Dictionary<AssetId, List<Transaction>> byAsset = [];
        foreach (var entry in current)
        {
            if (entry.Subject is not { } asset) continue;
            if (!byAsset.TryGetValue(asset, out var entries)) byAsset[asset] = entries = [];
            entries.Add(entry);
        }

        return byAsset.ToDictionary(
            strand => strand.Key,
            strand => before.TryGetValue(strand.Key, out var known) && known.IsOf(strand.Value)
                ? known
                : new(strand.Key, [.. strand.Value], [.. strand.Value.Select(lots.Of)]));
    }

    /// <summary>What the entries come to when sales are matched with lots by a method.</summary>
    internal HoldingHistory By(CostBasisMethod method) => _histories.GetOrAdd(method, static (by, strand) => strand.Replayed(by), this);

    /// <summary>The strand up to the end of a day.</summary>
    internal Strand UpTo(DateOnly? day)
    {
        var after = _entries.Count(entry => entry.TradeDate > day);
        return after == 0 ? this : new(_asset, _entries[..^after], _lots[..^after]);
    }

    /// <summary>How many of the entries are from before a day; none where it is left out.</summary>
    internal int CountBefore(DateOnly? day) => _entries.Count(entry => entry.TradeDate < day);

    private HoldingHistory Replayed(CostBasisMethod method)
    {
        var replay = new HoldingReplay(_asset, method);
        return new([.. _entries.Zip(_lots, replay.Enter)], replay.ToHolding());
    }

    // An entry never changes, so that the same one is the same object for as long as a ledger is kept.
    private bool IsOf(List<Transaction> entries) => _entries.SequenceEqual(entries, ReferenceEqualityComparer.Instance);
}
