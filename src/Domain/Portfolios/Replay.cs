using Investr.Domain.Market;

namespace Investr.Domain.Portfolios;

/// <summary>Goes through a ledger once, from the first entry on, and tells what it comes to.</summary>
public static class Replay
{
    /// <summary>What a ledger comes to at the end of a day.</summary>
    /// <param name="ledger">The ledger, recorded through its rules.</param>
    /// <param name="method">How sales are matched with lots.</param>
    /// <param name="asOf">The day; null for everything that is entered.</param>
    public static Positions Of(Ledger ledger, CostBasisMethod method, DateOnly? asOf = null)
    {
        var outcomes = new OutcomeReader(ledger, method, asOf);
        var cash = new CashBook();
        HashSet<AssetId> changed = [];
        List<Holding> holdings = [];
        List<RealizedGain> realized = [];
        List<IncomeItem> income = [];
        List<Charge> charges = new(ledger.Current.Count);
        List<Contribution> contributions = [];
        List<HandOver> handOvers = [];

        foreach (var entry in ledger.CurrentUpTo(asOf))
        {
            var outcome = outcomes.Read(entry);
            var earned = IncomeItem.Of(entry);

            cash.Add(entry);
            realized.AddRange(outcome.Gains);
            if (earned is not null) income.Add(earned);
            charges.AddRange(Charge.Of(entry));
            contributions.AddRange(Contribution.Of(entry, outcome.HandOver));
            if (outcome.HandOver is { } handOver) handOvers.Add(handOver);

            var changesHolding = earned is not null || entry is UnitTransaction or Split;
            if (changesHolding && entry.Subject is { } asset && changed.Add(asset)) holdings.Add(outcomes.HoldingOf(asset));
        }

        var byPresence = holdings.ToLookup(holding => holding.Quantity.Units > 0);
        return new(
            method,
            [.. byPresence[true]],
            [.. byPresence[false]],
            [.. cash.Balances],
            realized,
            income,
            charges,
            contributions,
            handOvers,
            cash.Overdrafts());
    }
}
