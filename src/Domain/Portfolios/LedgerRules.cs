using System.Globalization;
using Investr.Domain.Market;

namespace Investr.Domain.Portfolios;

/// <summary>What new entries must keep to beside those that are there.</summary>
internal static class LedgerRules
{
    internal static IReadOnlyList<Refusal> RefusalsOf(
        IReadOnlyList<Transaction> entries, IReadOnlyList<Voiding> voidings, IReadOnlyList<Transaction> added)
    {
        if (FaultsOf(added) is { Count: > 0 } faults) return [new ValidationRefusal(faults)];
        if (ClashesWith(entries, voidings, added) is { Count: > 0 } clashes) return clashes;

        Transaction[] all = [.. entries, .. added];
        var standing = LedgerOrder.Standing(all, voidings);
        if (UnknownLotsIn(added, all, standing) is { Count: > 0 } unknown) return [new ValidationRefusal(unknown)];

        return ShortagesIn(standing, AssetsTouchedBy(entries, added), added.Select(transaction => transaction.Id).ToHashSet());
    }

    internal static IReadOnlyList<Refusal> RefusalsOf(
        IReadOnlyList<Transaction> entries, IReadOnlyList<Voiding> voidings, Voiding voiding)
    {
        if (voiding.Reason?.Length > Voiding.MaxReasonLength)
            return [new ValidationRefusal("reason", $"A reason has at most {Text(Voiding.MaxReasonLength)} characters.")];

        if (entries.FirstOrDefault(entry => entry.Id == voiding.Entry) is not { } entry) return [new NotFound("transaction")];
        if (voidings.Any(earlier => earlier.Entry == voiding.Entry)) return [new Conflict("The transaction was voided already.")];
        if (entries.Any(later => later.Supersedes == voiding.Entry)) return [new Conflict("The transaction was corrected already.")];

        return entry.Subject is { } asset ? ShortagesIn(LedgerOrder.Standing(entries, [.. voidings, voiding]), [asset], fresh: []) : [];
    }

    private static IReadOnlyList<Refusal> ShortagesIn(
        IEnumerable<Transaction> standing, HashSet<AssetId> touched, HashSet<TransactionId> fresh)
    {
        var byAsset = standing
            .Where(entry => entry.Subject is { } asset && touched.Contains(asset))
            .GroupBy(entry => entry.Subject!.Value);

        return [.. byAsset.SelectMany(asset => QuantityRule.RefusalsOf(LedgerOrder.Sorted(asset), fresh))];
    }

    // A lot is known by the entry that opened it, which must be of the same asset and no later than the sale.
    private static List<InputFault> UnknownLotsIn(
        IReadOnlyList<Transaction> added, IReadOnlyCollection<Transaction> all, IEnumerable<Transaction> standing)
    {
        var named = added.OfType<Sell>().SelectMany(sale => sale.Lots).Select(selection => selection.Lot).ToHashSet();
        if (named.Count == 0) return [];

        var identities = new LotIdentities(all);
        var openings = standing.OfType<UnitTransaction>()
            .SelectMany(entry => identities.AllOf(entry).Select(lot => (Lot: lot, Entry: entry)))
            .Where(opening => named.Contains(opening.Lot))
            .ToDictionary(opening => opening.Lot, opening => opening.Entry);
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
        new([Text(place), field], message);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<Refusal> ClashesWith(
        IReadOnlyList<Transaction> entries, IReadOnlyList<Voiding> voidings, IReadOnlyList<Transaction> added)
    {
        var corrected = added.Select(transaction => transaction.Supersedes).OfType<TransactionId>().ToHashSet();
        var fresh = added.Select(transaction => transaction.Id).ToHashSet();
        HashSet<TransactionId> there = [];
        HashSet<TransactionId> taken = [];
        var voided = voidings.Select(voiding => voiding.Entry).ToHashSet();

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
                else if (voided.Contains(old)) clashes.Add(new Conflict("The transaction was voided already."));
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
