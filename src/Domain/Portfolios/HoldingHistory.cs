using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>What happened to one asset so far, while the ledger is replayed.</summary>
internal sealed class HoldingHistory(AssetId asset, CostBasisMethod method)
{
    private readonly SplitScale _scale = new();
    private readonly OpenLots _lots = new(LotMatching.By(method));
    private readonly List<RealizedGain> _realized = [];
    private readonly List<IncomeItem> _income = [];

    internal void Acquire(UnitTransaction entry)
    {
        var cost = new Money(entry.GrossAmount + entry.Fee + entry.Tax, entry.Currency).InMajor();
        _lots.Open(LotId.Of(entry.Id), entry.TradeDate, _scale.ToParts(entry.Quantity), cost);
    }

    internal IReadOnlyList<RealizedGain> Sell(Sell sale)
    {
        var proceeds = new Money(sale.GrossAmount - sale.Fee, sale.Currency).InMajor();
        var parts = _scale.ToParts(sale.Quantity);
        var named = sale.Lots.Select(lot => (lot.Lot, _scale.ToParts(lot.Quantity)));
        List<RealizedGain> gains = [];
        var (partsSold, proceedsSoFar) = (0m, 0m);

        foreach (var taken in _lots.Take(parts, named))
        {
            // The shares of the proceeds are cut from the running total, so that they add up to it.
            partsSold += taken.Parts;
            var upToHere = Proportion.Of(proceeds.Amount, partsSold, parts);
            gains.Add(new(
                asset,
                taken.Lot.Id,
                sale.Id,
                taken.Lot.OpenedOn,
                sale.TradeDate,
                _scale.ToQuantity(taken.Parts),
                taken.Cost,
                proceeds with { Amount = upToHere - proceedsSoFar }));
            proceedsSoFar = upToHere;
        }

        _realized.AddRange(gains);
        return gains;
    }

    /// <summary>Takes units out at their cost.</summary>
    /// <returns>The cost, one amount for each currency in which it was paid.</returns>
    internal IEnumerable<Money> HandOver(TransferOut transfer) =>
        _lots.Take(_scale.ToParts(transfer.Quantity), []).GroupBy(taken => taken.Cost.Currency)
            .Select(taken => new Money(taken.Sum(part => part.Cost.Amount), taken.Key));

    internal void Split(Ratio ratio) => _lots.Split(_scale.Split(ratio));

    internal void Receive(IncomeItem income) => _income.Add(income);

    internal Holding ToHolding() => new(
        asset,
        _scale.ToQuantity(_lots.Parts),
        [.. _lots.Left().Select(left => new Lot(left.Lot.Id, left.Lot.OpenedOn, _scale.ToQuantity(left.Lot.Parts), left.Cost))],
        _realized,
        _income);
}
