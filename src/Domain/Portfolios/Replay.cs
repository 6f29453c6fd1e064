using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>Goes through a ledger once, from the first entry on, and tells what it comes to.</summary>
public sealed class Replay
{
    private readonly CostBasisMethod _method;
    private readonly Dictionary<AssetId, HoldingHistory> _histories = [];
    private readonly List<HoldingHistory> _inOrder = [];
    private readonly SortedDictionary<Currency, decimal> _cash = [];
    private readonly List<RealizedGain> _realized = [];
    private readonly List<IncomeItem> _income = [];
    private readonly List<Charge> _charges = [];
    private readonly List<Contribution> _contributions = [];

    private Replay(CostBasisMethod method) => _method = method;

    /// <summary>What a ledger comes to at the end of a day.</summary>
    /// <param name="ledger">The ledger, recorded through its rules.</param>
    /// <param name="method">How sales are matched with lots.</param>
    /// <param name="asOf">The day; null for everything that is entered.</param>
    public static Positions Of(Ledger ledger, CostBasisMethod method, DateOnly? asOf = null)
    {
        var replay = new Replay(method);
        foreach (var entry in ledger.Current)
        {
            if (entry.TradeDate > asOf) break;
            replay.Enter(entry);
        }

        return replay.ToPositions();
    }

    private void Enter(Transaction entry)
    {
        var effect = new Money(entry.CashEffect, entry.Currency).InMajor();
        _cash[effect.Currency] = _cash.GetValueOrDefault(effect.Currency) + effect.Amount;

        Charge(entry);

        switch (entry)
        {
            case Buy buy:
                HistoryOf(buy.Asset).Acquire(buy);
                break;
            case Sell sale:
                _realized.AddRange(HistoryOf(sale.Asset).Sell(sale));
                break;
            case Reward reward:
                HistoryOf(reward.Asset).Acquire(reward);
                Earn(reward, IncomeKind.Reward, reward.GrossAmount);
                break;
            case TransferIn transfer:
                HistoryOf(transfer.Asset).Acquire(transfer);
                Contribute(transfer, new Money(transfer.GrossAmount, transfer.Currency));
                break;
            case TransferOut transfer:
                foreach (var cost in HistoryOf(transfer.Asset).HandOver(transfer)) Contribute(transfer, -cost);
                break;
            case Split split:
                HistoryOf(split.Asset).Split(split.Ratio);
                break;
            case Dividend dividend:
                Earn(dividend, IncomeKind.Dividend, dividend.Amount);
                break;
            case Interest interest:
                Earn(interest, IncomeKind.Interest, interest.Amount);
                break;
            case Deposit deposit:
                Contribute(deposit, new Money(deposit.Amount, deposit.Currency));
                break;
            case Withdrawal withdrawal:
                Contribute(withdrawal, new Money(-withdrawal.Amount, withdrawal.Currency));
                break;
        }
    }

    private void Charge(Transaction entry)
    {
        var acquires = entry is Buy or Reward or TransferIn;
        Add(ChargeKind.Fee, entry.Fee, inGain: acquires || entry is Sell);
        Add(ChargeKind.Tax, entry.Tax, inGain: acquires);
        if (entry is Fee fee) Add(ChargeKind.Fee, fee.Amount, inGain: false);
        if (entry is Tax tax) Add(ChargeKind.Tax, tax.Amount, inGain: false);

        void Add(ChargeKind kind, decimal amount, bool inGain)
        {
            if (amount != 0) _charges.Add(new(entry.TradeDate, kind, new Money(amount, entry.Currency).InMajor(), entry.Subject, inGain));
        }
    }

    private void Earn(Transaction entry, IncomeKind kind, decimal amount)
    {
        var income = new IncomeItem(entry.TradeDate, kind, new Money(amount, entry.Currency).InMajor(), entry.Subject);
        _income.Add(income);
        if (entry.Subject is { } asset) HistoryOf(asset).Receive(income);
    }

    private void Contribute(Transaction entry, Money amount) =>
        _contributions.Add(new(entry.TradeDate, amount.InMajor(), entry.Subject));

    private HoldingHistory HistoryOf(AssetId asset)
    {
        if (!_histories.TryGetValue(asset, out var history))
        {
            _histories[asset] = history = new(asset, _method);
            _inOrder.Add(history);
        }

        return history;
    }

    private Positions ToPositions()
    {
        var holdings = _inOrder.Select(history => history.ToHolding()).ToLookup(holding => holding.Quantity.Units > 0);
        return new(
            _method,
            [.. holdings[true]],
            [.. holdings[false]],
            [.. _cash.Select(balance => new Money(balance.Value, balance.Key))],
            _realized,
            _income,
            _charges,
            _contributions);
    }
}
