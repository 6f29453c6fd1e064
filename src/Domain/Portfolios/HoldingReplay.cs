using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>Goes through the entries of one asset, from the first on.</summary>
internal sealed class HoldingReplay(AssetId asset, CostBasisMethod method)
{
    private readonly SplitScale _scale = new();
    private readonly OpenLots _lots = new(LotMatching.By(method));
    private readonly List<RealizedGain> _realized = [];
    private readonly List<IncomeItem> _income = [];

    /// <summary>Takes on the next entry, and the identity of the first lot that it would open.</summary>
    internal Outcome Enter(Transaction entry, LotId lot)
    {
        if (IncomeItem.Of(entry) is { } income) _income.Add(income);

        var (gains, handOver) = (Array.Empty<RealizedGain>(), (HandOver?)null);
        switch (entry)
        {
            case Sell sale:
                gains = Sell(sale);
                break;
            case TransferOut transfer:
                handOver = HandOver(transfer);
                break;
            case TransferIn { Lots.Count: > 0 } transfer:
                TakeOver(transfer, lot);
                break;
            case UnitTransaction purchase:
                Acquire(purchase, lot);
                break;
            case Split split:
                _lots.Split(_scale.Split(split.Ratio));
                break;
        }

        return new(Quantity, gains, handOver);
    }

    internal Holding ToHolding() => new(
        asset,
        Quantity,
        [
            .. _lots.Left().Select(left =>
                new Lot(left.Lot.Id, left.Lot.OpenedOn, _scale.ToQuantity(left.Parts), left.Cost) { Pool = left.Pool }),
        ],
        _realized,
        _income);

    private Quantity Quantity => _scale.ToQuantity(_lots.Parts);

    private void Acquire(UnitTransaction entry, LotId lot)
    {
        var cost = new Money(entry.GrossAmount + entry.Fee + entry.Tax, entry.Currency).InMajor();
        _lots.Open(lot, entry.TradeDate, _scale.ToParts(entry.Quantity), cost);
    }

    /// <summary>Takes over lots with their days and costs.</summary>
    private void TakeOver(TransferIn transfer, LotId first)
    {
        var left = _scale.ToParts(transfer.Quantity);
        foreach (var (number, lot) in transfer.Lots.Index())
        {
            // The last takes what is left, so that a rounded third of a unit makes no more and no less than the quantity.
            var parts = number == transfer.Lots.Count - 1 ? left : _scale.ToParts(lot.Quantity);
            _lots.Open(first.Next(number), lot.OpenedOn, parts, lot.Cost.InMajor());
            left -= parts;
        }
    }

    private RealizedGain[] Sell(Sell sale)
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
                proceeds with { Amount = upToHere - proceedsSoFar })
            {
                Pool = taken.Pool,
            });
            proceedsSoFar = upToHere;
        }

        _realized.AddRange(gains);
        return [.. gains];
    }

    /// <summary>Takes lots out, with their days and costs.</summary>
    private HandOver HandOver(TransferOut transfer) => new(
        transfer.Id,
        asset,
        transfer.TradeDate,
        [
            .. _lots.Take(_scale.ToParts(transfer.Quantity), [])
                .Select(taken => new TransferredLot(taken.Lot.OpenedOn, _scale.ToQuantity(taken.Parts), taken.Cost)),
        ]);
}
