using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>What a day's entries paid, earned and cost in one currency, while history is walked beside a replay.</summary>
internal sealed class DayBook(Replay replay, Conversion conversion)
{
    private Totals _totals;
    private int _contributions;
    private int _income;
    private int _charges;
    private int _gains;
    private int _handOvers;

    /// <summary>Takes on an entry that was just replayed.</summary>
    internal void Enter(Transaction entry)
    {
        var day = entry.TradeDate;
        switch (entry)
        {
            case Deposit deposit:
                _totals.Deposits += Converted(deposit.Amount, deposit);
                break;
            case Withdrawal withdrawal:
                _totals.Withdrawals += Converted(withdrawal.Amount, withdrawal);
                break;
            case UnitTransaction or Split:
                _totals.TradeCash += Converted(entry.CashEffect, entry);
                break;
        }

        for (; _contributions < replay.Contributions.Count; _contributions++)
            _totals.Contributed += conversion.Of(replay.Contributions[_contributions].Amount, day);
        for (; _income < replay.Income.Count; _income++) _totals.Income += conversion.Of(replay.Income[_income].Amount, day);
        for (; _charges < replay.Charges.Count; _charges++)
        {
            var amount = conversion.Of(replay.Charges[_charges].Amount, day);
            if (replay.Charges[_charges].Kind == ChargeKind.Fee) _totals.Fees += amount;
            else _totals.Taxes += amount;
        }
    }

    /// <summary>What the units of an entry that was just replayed had cost, each at the rate of the day of its purchase.</summary>
    internal decimal CostOf(UnitTransaction entry)
    {
        var cost = 0m;
        switch (entry)
        {
            case Sell:
                for (; _gains < replay.RealizedGains.Count; _gains++)
                {
                    var gain = replay.RealizedGains[_gains];
                    cost += gain.CostBasis.Amount * conversion.RateOf(gain.CostBasis, gain.OpenedOn, gain.Pool).GetValueOrDefault();
                }

                return cost;
            case TransferOut:
                for (; _handOvers < replay.HandOvers.Count; _handOvers++) cost += CostOf(replay.HandOvers[_handOvers].Lots);
                return cost;
            case TransferIn { Lots.Count: > 0 } transfer:
                return CostOf(transfer.Lots);
            default:
                return Converted(entry.GrossAmount + entry.Fee + entry.Tax, entry);
        }
    }

    /// <summary>The day's totals; the next day begins with nothing.</summary>
    internal Totals Close()
    {
        var totals = _totals;
        _totals = default;
        return totals;
    }

    private decimal CostOf(IEnumerable<TransferredLot> lots) => lots.Sum(lot => conversion.Of(lot.Cost.InMajor(), lot.OpenedOn));

    private decimal Converted(decimal amount, Transaction entry) =>
        conversion.Of(new Money(amount, entry.Currency).InMajor(), entry.TradeDate);

    internal struct Totals
    {
        internal decimal Deposits;
        internal decimal Withdrawals;
        internal decimal Contributed;
        internal decimal TradeCash;
        internal decimal Income;
        internal decimal Fees;
        internal decimal Taxes;
    }
}
