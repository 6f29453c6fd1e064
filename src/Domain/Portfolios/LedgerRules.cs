using System.Globalization;
using Investr.Domain.Market;

namespace Investr.Domain.Portfolios;

/// <summary>What new entries must keep to beside those that are there.</summary>
internal static class LedgerRules
{
    private const string TooMuchHeld = "The portfolio would hold 10^15 units or more.";

    internal static IReadOnlyList<Refusal> RefusalsOf(
        IReadOnlyList<Transaction> entries, IReadOnlyList<Voiding> voidings, IReadOnlyList<Transaction> added)
    {
        if (FaultsOf(added) is { Count: > 0 } faults) return [new ValidationRefusal(faults)];
        if (ClashesWith(entries, voidings, added) is { Count: > 0 } clashes) return clashes;

        Transaction[] all = [.. entries, .. added];
        var standing = LedgerOrder.Standing(all, voidings);
        if (UnknownLotsIn(added, all, standing) is { Count: > 0 } unknown) return [new ValidationRefusal(unknown)];

        return ShortagesIn(standing, AssetsTouchedBy(entries, added), added.Select(transaction => transaction.Id).ToHashSet(), TooMuch);

        Refusal TooMuch(AssetId asset)
        {
            var place = added.Index().Last(entry => entry.Item.Subject == asset || entry.Item.Supersedes is not null).Index;
            return new ValidationRefusal([FaultAt(place, added[place] is Split ? "ratio" : "quantity", TooMuchHeld)]);
        }
    }

    internal static IReadOnlyList<Refusal> RefusalsOf(
        IReadOnlyList<Transaction> entries, IReadOnlyList<Voiding> voidings, Voiding voiding)
    {
        if (voiding.Reason?.Length > Voiding.MaxReasonLength)
            return [new ValidationRefusal("reason", $"A reason has at most {Text(Voiding.MaxReasonLength)} characters.")];

        if (entries.FirstOrDefault(entry => entry.Id == voiding.Entry) is not { } entry) return [new NotFound("transaction")];
        if (voidings.Any(earlier => earlier.Entry == voiding.Entry)) return [new Conflict("The transaction was voided already.")];
        if (entries.Any(later => later.Supersedes == voiding.Entry)) return [new Conflict("The transaction was corrected already.")];

        return entry.Subject is { } asset
            ? ShortagesIn(LedgerOrder.Standing(entries, [.. voidings, voiding]), [asset], fresh: [], _ => new Conflict(TooMuchHeld))
            : [];
    }

    private static IReadOnlyList<Refusal> ShortagesIn(
        IEnumerable<Transaction> standing, HashSet<AssetId> touched, HashSet<TransactionId> fresh, Func<AssetId, Refusal> tooMuch)
    {
        var byAsset = standing
            .Where(entry => entry.Subject is { } asset && touched.Contains(asset))
            .GroupBy(entry => entry.Subject!.Value);

        return [.. byAsset.SelectMany(asset => QuantityRule.RefusalsOf(LedgerOrder.Sorted(asset), fresh) ?? [tooMuch(asset.Key)])];
    }

    // A lot is known by the entry that opened it, which must be of the same asset and no later than the sale.
    private static List<InputFault> UnknownLotsIn(
        IReadOnlyList<Transaction> added, IReadOnlyCollection<Transaction> all, IEnumerable<Transaction> standing)
    {
        if (!added.OfType<Sell>().Any(sale => sale.Lots.Count > 0)) return [];

        var openings = new LotOpenings(all, standing);
        return
        [
            .. added.Index()
                .Where(place => place.Item is Sell sale && !sale.Lots.All(selection => openings.Find(selection.Lot, sale) is not null))
                .Select(place => FaultAt(place.Index, "lots", "There is no such lot to sell from.")),
        ];
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
