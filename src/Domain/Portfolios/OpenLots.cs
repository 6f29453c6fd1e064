using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>A lot while the ledger is replayed. Its parts are those of a <see cref="SplitScale"/>.</summary>
internal sealed class OpenLot(LotId id, DateOnly openedOn, int number, decimal parts, Money cost)
{
    internal LotId Id { get; } = id;

    internal DateOnly OpenedOn { get; } = openedOn;

    internal int Number { get; } = number;

    internal decimal Parts { get; private set; } = parts;

    internal Money Cost { get; private set; } = cost;

    /// <summary>What a part cost when the lot was opened; it orders lots, and rounding must not reorder them later.</summary>
    internal decimal CostOfPart { get; private set; } = Proportion.PerUnit(cost.Amount, parts);

    internal Money Take(decimal parts)
    {
        var cost = Cost with { Amount = Proportion.Of(Cost.Amount, parts, Parts) };
        Parts -= parts;
        Cost -= cost;
        return cost;
    }

    internal void Split(decimal factor)
    {
        Parts *= factor;
        CostOfPart = Proportion.PerUnit(CostOfPart, factor);
    }
}

/// <summary>Parts of a lot that a sale or a transfer took or left, with their cost.</summary>
internal readonly record struct TakenParts(OpenLot Lot, decimal Parts, Money Cost, PurchasePool? Pool);

/// <summary>The open lots of one asset, in the order in which a sale takes them.</summary>
internal sealed class OpenLots(LotMatching matching)
{
    private readonly Dictionary<LotId, OpenLot> _byId = [];
    private readonly Dictionary<Currency, CostPool> _pools = [];
    private readonly PriorityQueue<OpenLot, OpenLot> _queue = new(matching);
    private int _opened;

    internal decimal Parts { get; private set; }

    internal void Open(LotId id, DateOnly on, decimal parts, Money cost)
    {
        var lot = new OpenLot(id, on, _opened++, parts, cost);
        _queue.Enqueue(lot, lot);
        Parts += parts;
        if (matching.LetsSalesChoose) _byId[id] = lot;
        if (matching.AveragesCost) PoolOf(cost.Currency).Add(parts, cost, on);
    }

    /// <summary>Takes parts out of the lots that a sale names, as far as it may, and the rest in the method's order.</summary>
    internal List<TakenParts> Take(decimal parts, IEnumerable<(LotId Lot, decimal Parts)> named)
    {
        if (parts > Parts)
            throw new InvalidOperationException("The ledger takes out more than it holds; it was not recorded through its rules.");

        List<TakenParts> taken = [];
        Parts -= parts;

        foreach (var (id, wanted) in matching.LetsSalesChoose ? named : [])
        {
            if (parts > 0 && _byId.GetValueOrDefault(id) is { Parts: > 0 } lot) TakeFrom(lot, Math.Min(wanted, parts));
        }

        while (parts > 0)
        {
            var lot = _queue.Peek();
            if (lot.Parts > 0) TakeFrom(lot, parts);
            if (lot.Parts == 0) _queue.Dequeue();
        }

        return taken;

        void TakeFrom(OpenLot lot, decimal wanted)
        {
            var some = Math.Min(wanted, lot.Parts);
            var ownCost = lot.Take(some);
            var pool = matching.AveragesCost ? PoolOf(ownCost.Currency) : null;
            taken.Add(new(lot, some, pool is null ? ownCost : ownCost with { Amount = pool.Take(some) }, pool?.Purchases));
            parts -= some;
        }
    }

    internal void Split(decimal factor)
    {
        foreach (var (lot, _) in _queue.UnorderedItems) lot.Split(factor);
        foreach (var pool in _pools.Values) pool.Split(factor);

        // Parts may have been rounded, and their sum must be that of the lots.
        Parts = _queue.UnorderedItems.Sum(item => item.Element.Parts);
    }

    /// <summary>The lots that are left, oldest first, each with its cost.</summary>
    internal IEnumerable<TakenParts> Left()
    {
        var lots = _queue.UnorderedItems.Select(item => item.Element).Where(lot => lot.Parts > 0)
            .OrderBy(lot => lot.OpenedOn).ThenBy(lot => lot.Number);
        return lots.Select(lot => matching.AveragesCost ? AtAverage(lot) : new(lot, lot.Parts, lot.Cost, Pool: null));

        TakenParts AtAverage(OpenLot lot)
        {
            var pool = PoolOf(lot.Cost.Currency);
            return new(lot, lot.Parts, lot.Cost with { Amount = pool.CostOf(lot.Parts) }, pool.Purchases);
        }
    }

    private CostPool PoolOf(Currency currency)
    {
        if (!_pools.TryGetValue(currency, out var pool)) _pools[currency] = pool = new();
        return pool;
    }

    /// <summary>What all parts paid for in one currency cost together.</summary>
    private sealed class CostPool
    {
        private decimal _parts;
        private decimal _cost;

        internal PurchasePool? Purchases { get; private set; }

        internal void Add(decimal parts, Money cost, DateOnly on)
        {
            Purchases = new(Purchases, _cost, cost, on);
            (_parts, _cost) = (_parts + parts, _cost + cost.Amount);
        }

        internal decimal CostOf(decimal parts) => Proportion.Of(_cost, parts, _parts);

        internal decimal Take(decimal parts)
        {
            var cost = CostOf(parts);
            (_parts, _cost) = (_parts - parts, _cost - cost);
            return cost;
        }

        internal void Split(decimal factor) => _parts *= factor;
    }
}
