using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>Goes through a ledger once, from the first entry on, and tells what it comes to.</summary>
public sealed class Replay
{
    private readonly CostBasisMethod _method;
    private readonly DateOnly? _asOf;
    private readonly IReadOnlyDictionary<AssetId, Strand> _strands;
    private readonly Dictionary<AssetId, Reading> _readings = [];
    private readonly List<Holding> _holdings = [];
    private readonly CashBook _cash = new();
    private readonly List<RealizedGain> _realized = [];
    private readonly List<IncomeItem> _income = [];
    private readonly List<Charge> _charges = [];
    private readonly List<Contribution> _contributions = [];
    private readonly List<HandOver> _handOvers = [];

    internal Replay(Ledger ledger, CostBasisMethod method, DateOnly? asOf) => (_strands, _method, _asOf) = (ledger.Strands, method, asOf);

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
        var replay = new Replay(ledger, method, asOf);
        foreach (var entry in ledger.Current)
        {
            if (entry.TradeDate > asOf) break;
            replay.Enter(entry);
        }

        return replay.ToPositions();
    }

    /// <summary>Takes on the next entry.</summary>
    /// <returns>What it made of the units of its asset.</returns>
    internal Outcome Enter(Transaction entry)
    {
        _cash.Add(new Money(entry.CashEffect, entry.Currency).InMajor(), entry.TradeDate);
        Charge(entry);

        var income = IncomeItem.Of(entry);
        if (income is not null) _income.Add(income);

        var outcome = entry.Subject is { } asset ? Read(asset, changesHolding: income is not null || entry is UnitTransaction or Split) : default;
        switch (entry)
        {
            case Sell:
                _realized.AddRange(outcome.Gains);
                break;
            case TransferIn { Lots.Count: > 0 } transfer:
                Contribute(transfer, transfer.Lots, sign: 1);
                break;
            case TransferIn transfer:
                Contribute(transfer, new Money(transfer.GrossAmount, transfer.Currency));
                break;
            case TransferOut transfer:
                _handOvers.Add(outcome.HandOver!);
                Contribute(transfer, outcome.HandOver!.Lots, sign: -1);
                break;
            case Deposit deposit:
                Contribute(deposit, new Money(deposit.Amount, deposit.Currency));
                break;
            case Withdrawal withdrawal:
                Contribute(withdrawal, new Money(-withdrawal.Amount, withdrawal.Currency));
                break;
        }

        return outcome;
    }

    // Every asset was replayed by itself; the entries of all of them come by here in the order of time.
    private Outcome Read(AssetId asset, bool changesHolding)
    {
        if (!_readings.TryGetValue(asset, out var reading))
            _readings[asset] = reading = new(_strands[asset].UpTo(_asOf).By(_method));

        if (changesHolding && reading.IsFirst()) _holdings.Add(reading.History.Holding);
        return reading.Next();
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

    private void Contribute(Transaction entry, IEnumerable<TransferredLot> lots, int sign)
    {
        foreach (var paid in lots.Select(lot => lot.Cost.InMajor()).GroupBy(cost => cost.Currency))
            Contribute(entry, new Money(sign * paid.Sum(cost => cost.Amount), paid.Key));
    }

    private void Contribute(Transaction entry, Money amount) =>
        _contributions.Add(new(entry.TradeDate, amount.InMajor(), entry.Subject));

    internal Positions ToPositions()
    {
        var holdings = _holdings.ToLookup(holding => holding.Quantity.Units > 0);
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

    private sealed class Reading(HoldingHistory history)
    {
        private bool _wasChanged;
        private int _next;

        internal HoldingHistory History => history;

        internal Outcome Next() => history.Outcomes[_next++];

        internal bool IsFirst() => !_wasChanged && (_wasChanged = true);
    }
}
