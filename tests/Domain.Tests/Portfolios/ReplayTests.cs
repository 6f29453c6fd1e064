using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Domain.Tests.Portfolios;

public sealed class ReplayTests
{
    [Fact]
    public void Cash_is_what_the_entries_say()
    {
        var positions = A.Ledger()
            .Deposits(1000, "2024-01-02").Buys(10, "ACME", "2024-01-03", at: 50m, fee: 1m)
            .IsPaid(20m, "ACME", "2024-02-01", tax: 3m).Sells(4, "ACME", "2024-03-01", at: 60m, fee: 1m, tax: 5m)
            .PaysFee(2m, "2024-03-02").PaysTax(7m, "2024-03-03").EarnsInterest(4m, "2024-03-04").Withdraws(100m, "2024-03-05")
            .Positions();

        // 1000 - 501 + 17 + (240 - 1 - 5) - 2 - 7 + 4 - 100 = 645
        Assert.Equal(new Money(645m, Currency.Usd), Assert.Single(positions.Cash));
        Assert.Equal(900m, positions.Contributions.Sum(flow => flow.Amount.Amount));
        Assert.Equal(24m, positions.Income.Sum(income => income.Amount.Amount));
    }

    [Fact]
    public void Each_currency_has_its_own_cash_and_pence_go_with_pounds()
    {
        var positions = A.Ledger().Deposits(100, "2024-01-02", @in: "GBP").Deposits(50, "2024-01-02", @in: "EUR")
            .Buys(10, "VOD", "2024-01-03", at: 250m, @in: "GBX").Positions();

        // 10 at 250 pence are 25 pounds.
        Assert.Equal([new Money(50m, Currency.Eur), new Money(75m, Currency.Gbp)], positions.Cash);
        Assert.Equal(new Money(25m, Currency.Gbp), positions.Holdings[0].Lots[0].CostBasis);
    }

    [Fact]
    public void A_day_in_the_past_knows_nothing_of_later_entries()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02").Sells(4, "ACME", "2024-03-01");

        Assert.Equal(10m, Assert.Single(ledger.Positions(asOf: "2024-02-29").Holdings).Quantity.Units);
        Assert.Equal(6m, Assert.Single(ledger.Positions(asOf: "2024-03-01").Holdings).Quantity.Units);
        Assert.Empty(ledger.Positions(asOf: "2024-01-01").Holdings);
    }

    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        var story = A.Ledger().Deposits(1000, "2024-01-02").Buys(10, "ACME", "2024-01-02", at: 10m).Splits("ACME", 2, 1, "2024-02-01")
            .Sells(6, "ACME", "2024-02-01", at: 8m).IsPaid(5, "ACME", "2024-02-01").Ledger.Entries;

        var backwards = new Ledger([]);
        backwards.RecordAll([.. story.Reverse()]);
        var positions = Replay.Of(backwards, CostBasisMethod.Fifo);

        // 20 units at 5; 6 leave at 8: (8 - 5) * 6 = 18
        Assert.Equal(14m, Assert.Single(positions.Holdings).Quantity.Units);
        Assert.Equal(18m, positions.RealizedGains.Sum(gain => gain.Gain!.Value.Amount));
    }

    [Fact]
    public void A_ledger_that_was_never_checked_is_not_made_up_for()
    {
        var sale = A.Ledger().Buys(10, "ACME", "2024-01-02").Sells(4, "ACME", "2024-03-01").Last;

        Assert.Throws<InvalidOperationException>(() => Replay.Of(new Ledger([sale]), CostBasisMethod.Fifo));
    }

    [Fact]
    public void An_entry_of_one_asset_leaves_what_another_was_replayed_to()
    {
        var ledger = A.Ledger().Buys(1, "ACME", "2024-01-02", at: 10m).Buys(1, "OTHER", "2024-01-03", at: 20m);
        var more = A.Ledger().Buys(2, "OTHER", "2023-12-29", at: 19m).Last;
        var before = ledger.Positions();

        var after = Replay.Of(ledger.Ledger.With([more], []), CostBasisMethod.Fifo);

        // OTHER comes first now, with the purchase of December.
        Assert.Same(before.Holdings[0], after.Holdings[1]);
        Assert.Equal([2m, 1m], after.Holdings[0].Lots.Select(lot => lot.Quantity.Units));
    }
}
