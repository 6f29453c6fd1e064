using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>What the entries of each day paid, earned and cost in one currency, taken on beside a replay.</summary>
internal sealed class DayBook(Replay replay, Conversion conversion, DateOnly first, int days)
{
    private readonly Totals[] _days = new Totals[days];
    private int _contributions;
    private int _income;
    private int _charges;

    /// <summary>Takes on an entry that was just replayed.</summary>
    internal void Enter(Transaction entry)
    {
        var day = entry.TradeDate;
        ref var totals = ref On(day);
        switch (entry)
        {
            case Deposit deposit:
                totals.Deposits += Converted(deposit.Amount, deposit);
                break;
            case Withdrawal withdrawal:
                totals.Withdrawals += Converted(withdrawal.Amount, withdrawal);
                break;
            case UnitTransaction or Split:
                totals.TradeCash += Converted(entry.CashEffect, entry);
                break;
        }

        for (; _contributions < replay.Contributions.Count; _contributions++)
            totals.Contributed += conversion.Of(replay.Contributions[_contributions].Amount, day);
        for (; _income < replay.Income.Count; _income++) totals.Income += conversion.Of(replay.Income[_income].Amount, day);
        for (; _charges < replay.Charges.Count; _charges++)
        {
            var amount = conversion.Of(replay.Charges[_charges].Amount, day);
            if (replay.Charges[_charges].Kind == ChargeKind.Fee) totals.Fees += amount;
            else totals.Taxes += amount;
        }
    }

    /// <summary>What the units of an entry that was just replayed had cost, each at the rate of the day of its purchase.</summary>
    internal decimal CostOf(UnitTransaction entry, Outcome outcome) => entry switch
    {
        Sell => outcome.Gains.Sum(gain =>
            gain.CostBasis.Amount * conversion.RateOf(gain.CostBasis, gain.OpenedOn, gain.Pool).GetValueOrDefault()),
        TransferOut => CostOf(outcome.HandOver!.Lots),
        TransferIn { Lots.Count: > 0 } transfer => CostOf(transfer.Lots),
        _ => Converted(entry.GrossAmount + entry.Fee + entry.Tax, entry),
    };

    /// <summary>The totals of a day.</summary>
    internal ref Totals On(DateOnly day) => ref _days[day.DayNumber - first.DayNumber];

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
