using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>What the entries of each day paid, earned and cost in one currency.</summary>
internal sealed class DayBook(Conversion conversion, DateOnly first, int days)
{
    private readonly Totals[] _days = new Totals[days];

    /// <summary>Takes on an entry and what it made of the units of its asset.</summary>
    internal void Enter(Transaction entry, Outcome outcome)
    {
        ref var totals = ref On(entry.TradeDate);
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

        if (IncomeItem.Of(entry) is { } income) totals.Income += conversion.Of(income.Amount, income.On);
        foreach (var flow in Contribution.Of(entry, outcome.HandOver)) totals.Contributed += conversion.Of(flow.Amount, flow.On);
        foreach (var charge in Charge.Of(entry))
        {
            var amount = conversion.Of(charge.Amount, charge.On);
            if (charge.Kind == ChargeKind.Fee) totals.Fees += amount;
            else totals.Taxes += amount;
        }
    }

    /// <summary>What the units of an entry had cost, each at the rate of the day of its purchase.</summary>
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
