namespace Investr.Domain.Portfolios;

/// <summary>On no day may less than nothing be held, nor more than can be counted.</summary>
internal static class QuantityRule
{
    private const decimal MostParts = 10_000_000_000_000_000_000_000_000m;

    /// <summary>Finds the entries that would break the rule; two passes, however many there are.</summary>
    /// <param name="entries">Every entry of one asset, in the order of time.</param>
    /// <param name="fresh">Which of them are new; where there is a choice, one of these is refused.</param>
    /// <returns>The refusals; null where more would be held than can be counted.</returns>
    internal static IReadOnlyList<Refusal>? RefusalsOf(IReadOnlyList<Transaction> entries, HashSet<TransactionId> fresh)
    {
        if (!TryFindExcess(entries, fresh, out var refused)) return null;

        return refused.Count == 0 ? [] : WithFreeQuantity(entries, refused);
    }

    private static bool TryFindExcess(IReadOnlyList<Transaction> entries, HashSet<TransactionId> fresh, out HashSet<TransactionId> refused)
    {
        refused = [];
        var scale = new SplitScale();
        var held = 0m;
        List<(TransactionId Id, decimal Parts)> suspects = [];

        foreach (var entry in entries)
        {
            if (entry is Split split)
            {
                if (scale.ToQuantity(held).Units * split.Ratio.ToDecimal() >= TransactionRules.MostUnits) return false;
                var factor = scale.Split(split.Ratio);
                held *= factor;
                for (var i = 0; i < suspects.Count; i++) suspects[i] = (suspects[i].Id, Scaled(suspects[i].Parts, factor));
                continue;
            }

            if (entry is not UnitTransaction units) continue;

            var parts = scale.ToParts(units.Quantity);
            if (!TakesOut(units))
            {
                held += parts;
                if (scale.ToQuantity(held) >= TransactionRules.MostUnits) return false;
                continue;
            }

            held -= parts;
            if (fresh.Contains(units.Id)) suspects.Add((units.Id, parts));

            // The newest entry that takes something gives way; an old one only when no new one took anything.
            while (held < 0)
            {
                var culprit = suspects.Count > 0 ? suspects[^1] : (units.Id, Parts: parts);
                if (suspects.Count > 0) suspects.RemoveAt(suspects.Count - 1);
                refused.Add(culprit.Id);
                held += culprit.Parts;
            }
        }

        return true;
    }

    // What each of the refused could have taken: the least that the others leave from its place on.
    private static List<Refusal> WithFreeQuantity(IReadOnlyList<Transaction> entries, HashSet<TransactionId> refused)
    {
        var left = HeldAfterEach(entries, refused);
        List<Refusal> refusals = [];
        (decimal Units, DateOnly On)? leanest = null;

        for (var i = entries.Count - 1; i >= 0; i--)
        {
            if (leanest is null || left[i] <= leanest.Value.Units) leanest = (left[i], entries[i].TradeDate);

            if (entries[i] is Split split) leanest = (leanest.Value.Units / split.Ratio.ToDecimal(), leanest.Value.On);
            if (entries[i] is UnitTransaction units && refused.Contains(units.Id))
                refusals.Add(new InsufficientQuantity(units.Id, units.Asset, leanest.Value.On, leanest.Value.Units, units.Quantity));
        }

        refusals.Reverse();
        return refusals;
    }

    private static decimal[] HeldAfterEach(IReadOnlyList<Transaction> entries, HashSet<TransactionId> refused)
    {
        var scale = new SplitScale();
        var held = 0m;
        var after = new decimal[entries.Count];

        for (var i = 0; i < after.Length; i++)
        {
            held = entries[i] switch
            {
                Split split => held * scale.Split(split.Ratio),
                UnitTransaction units when refused.Contains(units.Id) => held,
                UnitTransaction units when TakesOut(units) => held - scale.ToParts(units.Quantity),
                UnitTransaction units => held + scale.ToParts(units.Quantity),
                _ => held,
            };
            after[i] = scale.ToQuantity(held).Units;
        }

        return after;
    }

    // What was sold long ago may have split into more than a decimal holds; past this it outweighs any shortage anyway.
    private static decimal Scaled(decimal parts, decimal factor) => factor > 1 && parts > MostParts / factor ? MostParts : parts * factor;

    private static bool TakesOut(UnitTransaction units) => units is Sell or TransferOut;
}
