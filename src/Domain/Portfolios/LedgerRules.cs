using System.Globalization;
using Investr.Domain.Market;

namespace Investr.Domain.Portfolios;

/// <summary>What new entries must keep to beside those that are there.</summary>
internal static class LedgerRules
{
    internal static IReadOnlyList<Refusal> RefusalsOf(IReadOnlyList<Transaction> entries, IReadOnlyList<Transaction> added)
    {
        if (FaultsOf(added) is { Count: > 0 } faults) return [new ValidationRefusal(faults)];
        if (ClashesWith(entries, added) is { Count: > 0 } clashes) return clashes;
        if (UnknownLotsIn(added, entries) is { Count: > 0 } unknown) return [new ValidationRefusal(unknown)];

        var touched = AssetsTouchedBy(entries, added);
        var fresh = added.Select(transaction => transaction.Id).ToHashSet();
        var byAsset = LedgerOrder.Standing([.. entries, .. added])
            .Where(entry => entry.Subject is { } asset && touched.Contains(asset))
            .GroupBy(entry => entry.Subject!.Value);

        return [.. byAsset.SelectMany(asset => QuantityRule.RefusalsOf(LedgerOrder.Sorted(asset), fresh))];
    }

    // A lot is known by the entry that opened it, which must be of the same asset and no later than the sale.
    private static List<InputFault> UnknownLotsIn(IReadOnlyList<Transaction> added, IReadOnlyList<Transaction> entries)
    {
        var named = added.OfType<Sell>().SelectMany(sale => sale.Lots).Select(selection => selection.Lot).ToHashSet();
        if (named.Count == 0) return [];

        var openings = LedgerOrder.Standing([.. entries, .. added]).OfType<UnitTransaction>()
            .Where(entry => entry is Buy or Reward or TransferIn && named.Contains(LotId.Of(entry.Id)))
            .ToDictionary(entry => LotId.Of(entry.Id));
        return
        [
            .. added.Index()
                .Where(place => place.Item is Sell sale && !sale.Lots.All(selection => IsOpenTo(sale, selection.Lot)))
                .Select(place => FaultAt(place.Index, "lots", "There is no such lot to sell from.")),
        ];

        bool IsOpenTo(Sell sale, LotId lot) =>
            openings.TryGetValue(lot, out var opening) && opening.Asset == sale.Asset && opening.TradeDate <= sale.TradeDate;
    }

    private static List<InputFault> FaultsOf(IReadOnlyList<Transaction> added) =>
    [
        .. added.SelectMany((transaction, place) => transaction.Faults()
            .Select(fault => FaultAt(place, fault.Field, fault.Message))),
    ];

    private static InputFault FaultAt(int place, string field, string message) =>
        new([place.ToString(CultureInfo.InvariantCulture), field], message);

    private static List<Refusal> ClashesWith(IReadOnlyList<Transaction> entries, IReadOnlyList<Transaction> added)
    {
        var corrected = added.Select(transaction => transaction.Supersedes).OfType<TransactionId>().ToHashSet();
        var fresh = added.Select(transaction => transaction.Id).ToHashSet();
        HashSet<TransactionId> there = [];
        HashSet<TransactionId> taken = [];

        // The ledger may be long and what is added short, so only what is asked for is looked up in it.
        foreach (var entry in entries)
        {
            if (corrected.Contains(entry.Id) || fresh.Contains(entry.Id)) there.Add(entry.Id);
            if (entry.Supersedes is { } old && corrected.Contains(old)) taken.Add(old);
        }

        List<Refusal> clashes = [];
        foreach (var transaction in added)
        {
            if (transaction.Supersedes is { } old)
            {
                if (!there.Contains(old)) clashes.Add(new NotFound("transaction"));
                else if (!taken.Add(old)) clashes.Add(new Conflict("The transaction was corrected already."));
            }

            if (!there.Add(transaction.Id)) clashes.Add(new Conflict("The transaction was recorded already."));
        }

        return clashes;
    }

    // A correction touches the asset of the entry that it takes away, too.
    private static HashSet<AssetId> AssetsTouchedBy(IReadOnlyList<Transaction> entries, IReadOnlyList<Transaction> added)
    {
        var superseded = added.Select(transaction => transaction.Supersedes).OfType<TransactionId>().ToHashSet();
        return added.Concat(superseded.Count == 0 ? [] : entries.Where(entry => superseded.Contains(entry.Id)))
            .Select(entry => entry.Subject).OfType<AssetId>().ToHashSet();
    }
}
