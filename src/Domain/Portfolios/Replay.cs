using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>Goes through a ledger once, from the first entry on, and tells what it comes to.</summary>
public sealed class Replay
{
    private readonly CostBasisMethod _method;
    private readonly LotIdentities _lots;
    private readonly Dictionary<AssetId, HoldingHistory> _histories = [];
    private readonly List<HoldingHistory> _inOrder = [];
    private readonly CashBook _cash = new();
    private readonly List<RealizedGain> _realized = [];
    private readonly List<IncomeItem> _income = [];
    private readonly List<Charge> _charges = [];
    private readonly List<Contribution> _contributions = [];
    private readonly List<HandOver> _handOvers = [];

    internal Replay(Ledger ledger, CostBasisMethod method) => (_lots, _method) = (new LotIdentities(ledger.Entries), method);

    internal IReadOnlyList<RealizedGain> RealizedGains => _realized;

    internal IReadOnlyList<IncomeItem> Income => _income;

    internal IReadOnlyList<Charge> Charges => _charges;

    internal IReadOnlyList<Contribution> Contributions => _contributions;

    internal IReadOnlyList<HandOver> HandOvers => _handOvers;

    internal IReadOnlyList<Overdraft> Overdrafts() => _cash.Overdrafts();

    /// <summary>What a ledger comes to at the end of a day.</summary>
    /// <param name="ledger">The ledger, recorded through its rules.</param>
    /// <param name="method">How sales are matched with lots.</param>
    /// <param name="asOf">The day; null for everything that is entered.</param>
    public static Positions Of(Ledger ledger, CostBasisMethod method, DateOnly? asOf = null)
    {
        var replay = new Replay(ledger, method);
        foreach (var entry in ledger.Current)
        {
            if (entry.TradeDate > asOf) break;
            replay.Enter(entry);
        }

        return replay.ToPositions();
    }

    internal Quantity QuantityOf(AssetId asset) => _histories.TryGetValue(asset, out var history) ? history.Quantity : Quantity.Zero;

    internal void Enter(Transaction entry)
    {
        _cash.Add(new Money(entry.CashEffect, entry.Currency).InMajor(), entry.TradeDate);
        Charge(entry);

        switch (entry)
        {
            case Buy buy:
                HistoryOf(buy.Asset).Acquire(buy, _lots.Of(buy));
                break;
            case Sell sale:
                _realized.AddRange(HistoryOf(sale.Asset).Sell(sale));
                break;
            case Reward reward:
                HistoryOf(reward.Asset).Acquire(reward, _lots.Of(reward));
                Earn(reward, IncomeKind.Reward, reward.GrossAmount);
                break;
            case TransferIn { Lots.Count: > 0 } transfer:
                HistoryOf(transfer.Asset).TakeOver(transfer, _lots.Of(transfer));
                Contribute(transfer, transfer.Lots, sign: 1);
                break;
            case TransferIn transfer:
                HistoryOf(transfer.Asset).Acquire(transfer, _lots.Of(transfer));
                Contribute(transfer, new Money(transfer.GrossAmount, transfer.Currency));
                break;
            case TransferOut transfer:
                var handOver = HistoryOf(transfer.Asset).HandOver(transfer);
                _handOvers.Add(handOver);
                Contribute(transfer, handOver.Lots, sign: -1);
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
        var acquires = entry is Buy or Reward or TransferIn { Lots.Count: 0 };
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

    private void Contribute(Transaction entry, IEnumerable<TransferredLot> lots, int sign)
    {
        foreach (var paid in lots.Select(lot => lot.Cost.InMajor()).GroupBy(cost => cost.Currency))
            Contribute(entry, new Money(sign * paid.Sum(cost => cost.Amount), paid.Key));
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

    internal Positions ToPositions()
    {
        var holdings = _inOrder.Select(history => history.ToHolding()).ToLookup(holding => holding.Quantity.Units > 0);
        return new(
            _method,
            [.. holdings[true]],
            [.. holdings[false]],
            [.. _cash.Balances],
            _realized,
            _income,
            _charges,
            _contributions,
            _handOvers,
            _cash.Overdrafts());
    }
}
