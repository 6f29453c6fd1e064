using FsCheck;
using FsCheck.Fluent;
using Investr.Domain.Portfolios;
using Investr.TestKit;
using Replay = Investr.Domain.Portfolios.Replay;

namespace Investr.Domain.Tests.Portfolios;

/// <summary>What holds for every ledger, whatever is in it. A failure prints the numbers that it takes to see it again.</summary>
public sealed class LedgerProperties
{
    private static readonly CostBasisMethod[] Methods = Enum.GetValues<CostBasisMethod>();

    [Fact]
    public void Units_in_are_units_out_and_units_held_under_every_method() => ForAnyLedger(ledger => Methods.All(method =>
    {
        var positions = ledger.Positions(method);
        var bought = ledger.Ledger.Entries.OfType<Buy>().Sum(buy => buy.Quantity.Units);
        return bought == positions.RealizedGains.Sum(gain => gain.Quantity.Units)
            + positions.Holdings.Sum(holding => holding.Quantity.Units);
    }));

    [Fact]
    public void Lots_add_up_to_their_holding() => ForAnyLedger(ledger => Methods.All(method =>
        ledger.Positions(method).Holdings.All(holding => holding.Quantity.Units == holding.Lots.Sum(lot => lot.Quantity.Units))));

    [Fact]
    public void What_is_paid_in_and_earned_is_held_as_cash_or_at_cost() => ForAnyLedger(ledger => Methods.All(method =>
    {
        var positions = ledger.Positions(method);
        var cost = positions.Holdings.SelectMany(holding => holding.Lots).Sum(lot => lot.CostBasis.Amount);
        var made = positions.RealizedGains.Sum(gain => gain.Gain!.Value.Amount) + positions.Income.Sum(income => income.Amount.Amount)
            + positions.Contributions.Sum(flow => flow.Amount.Amount)
            - positions.Charges.Where(charge => !charge.InGain).Sum(charge => charge.Amount.Amount);
        return Close(positions.Cash.Sum(balance => balance.Amount) + cost, made);
    }));

    [Fact]
    public void When_all_is_sold_every_method_has_realized_the_same() => ForAnyLedger(ledger =>
    {
        foreach (var holding in ledger.Positions().Holdings)
            ledger.Records(ledger.SaleOf(holding.Asset, holding.Quantity, "2029-12-31", at: 7.77m));

        var totals = Methods.Select(method => ledger.Positions(method).RealizedGains.Sum(gain => gain.Gain!.Value.Amount)).ToArray();
        return ledger.Positions().Holdings.Count == 0 && totals.All(total => Close(total, totals[0]));
    });

    [Fact]
    public void The_order_in_which_distinct_days_arrive_changes_nothing() => ForAnyLedger(ledger =>
    {
        var backwards = new Ledger([]);
        backwards.RecordAll([.. ledger.Ledger.Entries.Reverse()]);
        var (there, back) = (ledger.Positions(), Replay.Of(backwards, CostBasisMethod.Fifo));

        return there.Cash.SequenceEqual(back.Cash) && there.RealizedGains.SequenceEqual(back.RealizedGains);
    });

    // Every number becomes an entry of its own day: three of four buy, one sells a part of what is held.
    private static void ForAnyLedger(Func<LedgerBuilder, bool> holds) => Prop.ForAll<NonEmptyArray<PositiveInt>>(numbers =>
    {
        var ledger = A.Ledger();
        var held = new Dictionary<string, decimal> { ["ACME"] = 0, ["OTHER"] = 0 };
        var day = A.Day("2020-01-01");

        foreach (var number in numbers.Get.Select(number => number.Get * 7919L))
        {
            day = day.AddDays(1);
            var symbol = number % 3 == 0 ? "OTHER" : "ACME";
            var (units, price) = (number % 97 / 10m + 0.1m, number % 89 / 100m + 0.5m);
            if (number % 4 == 0 && held[symbol] > 0)
            {
                units = Math.Min(units, held[symbol]);
                ledger.Sells(units, symbol, $"{day:yyyy-MM-dd}", price, fee: 0.03m, tax: 0.01m);
                units = -units;
            }
            else
            {
                ledger.Buys(units, symbol, $"{day:yyyy-MM-dd}", price, fee: 0.07m);
            }

            held[symbol] += units;
        }

        return holds(ledger);
    }).QuickCheckThrowOnFailure();

    // Divisions end after 28 digits, so sums may differ far behind the last cent.
    private static bool Close(decimal left, decimal right) => Math.Abs(left - right) < 0.000_000_000_001m;
}
