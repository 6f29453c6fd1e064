using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Domain.Tests.Portfolios;

public sealed class LedgerTests
{
    [Fact]
    public void A_back_dated_sale_may_not_empty_a_later_day()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02").Sells(8, "ACME", "2024-03-01");

        var refused = Assert.Throws<RefusedException>(() => ledger.Sells(3, "ACME", "2024-02-01"));

        // Bought 10, sold 8 on 1 March: 2 left on the leanest day, and 2 < 3.
        var refusal = Assert.IsType<InsufficientQuantity>(refused.Refusal);
        Assert.Equal((2m, 3m), (refusal.Held.Units, refusal.Asked.Units));
        Assert.Equal(A.Day("2024-03-01"), refusal.On);
        Assert.Equal(2, ledger.Ledger.Entries.Count);
    }

    [Fact]
    public void What_a_refused_sale_could_have_taken_is_what_the_leanest_later_day_leaves()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02").Sells(5, "ACME", "2024-03-01").Sells(4, "ACME", "2024-04-01");

        var refused = Assert.Throws<RefusedException>(() => ledger.Sells(6, "ACME", "2024-02-01"));

        // 10 - 5 - 4 = 1 is left on 1 April. Selling 1 works, 2 would not.
        Assert.Equal(1m, Assert.IsType<InsufficientQuantity>(refused.Refusal).Held.Units);
        ledger.Sells(1, "ACME", "2024-02-01");
        Assert.Throws<RefusedException>(() => ledger.Sells(1, "ACME", "2024-02-01"));
    }

    [Fact]
    public void Before_the_purchase_nothing_can_be_sold()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02");

        var refused = Assert.Throws<RefusedException>(() => ledger.Sells(1, "ACME", "2024-01-01"));

        Assert.Equal(0m, Assert.IsType<InsufficientQuantity>(refused.Refusal).Held.Units);
    }

    [Fact]
    public void A_sale_entered_before_the_purchase_of_the_same_day_is_fine_in_one_go()
    {
        var story = A.Ledger().Buys(10, "ACME", "2024-01-02").Sells(10, "ACME", "2024-01-02").Ledger.Entries;

        var ledger = new Ledger([]);
        ledger.RecordAll([story[1], story[0]]);

        Assert.Equal([TransactionType.Buy, TransactionType.Sell], ledger.Current.Select(entry => entry.Type));
    }

    [Fact]
    public void All_are_recorded_or_none()
    {
        var story = A.Ledger().Buys(10, "ACME", "2024-01-02").Buys(5, "OTHER", "2024-01-03").Ledger.Entries;
        var ledger = new Ledger([]);

        var sales = A.Ledger().Buys(50, "ACME", "2024-01-01").Buys(50, "OTHER", "2024-01-01")
            .Sells(11, "ACME", "2024-01-05").Sells(6, "OTHER", "2024-01-05").Ledger.Entries.Skip(2);
        var refused = Assert.Throws<RefusedException>(() => ledger.RecordAll([.. story, .. sales]));

        // 11 of 10 and 6 of 5: one refusal each, and the purchases did not get in either.
        Assert.Equal([(10m, 11m), (5m, 6m)], refused.Refusals.OfType<InsufficientQuantity>().Select(r => (r.Held.Units, r.Asked.Units)));
        Assert.Empty(ledger.Entries);
    }

    [Fact]
    public void Each_sale_that_cannot_be_is_named_and_the_others_are_not()
    {
        var sales = A.Ledger().Buys(50, "ACME", "2024-01-01")
            .Sells(6, "ACME", "2024-02-01").Sells(7, "ACME", "2024-03-01").Sells(4, "ACME", "2024-04-01").Ledger.Entries.Skip(1).ToArray();
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02").Ledger;

        var refusal = Assert.IsType<InsufficientQuantity>(Assert.Single(ledger.RefusalsOf(sales)));

        // 10 - 6 = 4 are there for the sale of 7, which fails; the sale of 4 after it takes those 4, so none of them is free.
        Assert.Equal(sales[1].Id, refusal.Entry);
        Assert.Equal(0m, refusal.Held.Units);
    }

    [Fact]
    public void A_transfer_out_takes_units_like_a_sale()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02").TransfersOut(4, "ACME", "2024-02-01");

        Assert.Throws<RefusedException>(() => ledger.Sells(7, "ACME", "2024-03-01"));
    }

    [Fact]
    public void After_a_split_the_new_units_can_be_sold()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02").Splits("ACME", 3, 1, "2024-02-01");

        // 10 * 3 = 30
        ledger.Sells(30, "ACME", "2024-02-01");
        Assert.Throws<RefusedException>(() => ledger.Sells(0.0001m, "ACME", "2024-02-02"));
    }

    [Fact]
    public void A_sale_before_a_split_is_told_what_is_free_in_units_of_its_own_day()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02").Splits("ACME", 2, 1, "2024-03-01").Sells(16, "ACME", "2024-04-01");

        var refused = Assert.Throws<RefusedException>(() => ledger.Sells(3, "ACME", "2024-02-01"));

        // 20 new units less 16 leaves 4 new ones, which are 2 old ones.
        Assert.Equal(2m, Assert.IsType<InsufficientQuantity>(refused.Refusal).Held.Units);
    }

    [Fact]
    public void A_correction_takes_the_place_of_the_entry_that_it_supersedes()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02");
        var wrong = (Buy)ledger.Last;

        ledger.Records(wrong with { Id = TransactionId.New(wrong.RecordedAt.AddDays(1)), Quantity = 12, Supersedes = wrong.Id });

        Assert.Equal(2, ledger.Ledger.Entries.Count);
        Assert.Equal(12m, Assert.IsType<Buy>(Assert.Single(ledger.Ledger.Current)).Quantity.Units);
        Assert.Equal(wrong.Sequence, ledger.Ledger.Current[0].Sequence);
    }

    [Fact]
    public void A_correction_may_not_take_away_what_was_sold()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02");
        var wrong = (Buy)ledger.Last;
        ledger.Sells(8, "ACME", "2024-02-01");

        var refused = Assert.Throws<RefusedException>(() =>
            ledger.Records(wrong with { Id = TransactionId.New(wrong.RecordedAt.AddDays(1)), Quantity = 7, Supersedes = wrong.Id }));

        Assert.Equal((7m, 8m), refused.Refusal is InsufficientQuantity r ? (r.Held.Units, r.Asked.Units) : default);
    }

    [Fact]
    public void An_entry_is_corrected_once_and_recorded_once()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02");
        var wrong = (Buy)ledger.Last;
        var right = wrong with { Id = TransactionId.New(wrong.RecordedAt), Quantity = 12, Supersedes = wrong.Id };
        ledger.Records(right);

        Assert.IsType<Conflict>(ledger.Ledger.RefusalOf(right with { Id = TransactionId.New(wrong.RecordedAt) }));
        Assert.IsType<Conflict>(ledger.Ledger.RefusalOf(right with { Supersedes = null }));
        Assert.IsType<NotFound>(ledger.Ledger.RefusalOf(
            right with { Id = TransactionId.New(wrong.RecordedAt), Supersedes = TransactionId.New(wrong.RecordedAt) }));
    }

    [Fact]
    public void Every_fault_of_every_entry_is_told_by_its_place()
    {
        var sound = (Buy)A.Ledger().Buys(10, "ACME", "2024-01-02").Last;

        var refusal = Assert.IsType<ValidationRefusal>(Assert.Single(new Ledger([]).RefusalsOf(
        [
            sound,
            sound with { Quantity = 0, UnitPrice = -1 },
            sound with { TradeDate = A.Day("1899-12-31"), Fee = -1, UnitPrice = null },
        ])));

        Assert.Equal(
            ["1.quantity", "1.unitPrice", "2.tradeDate", "2.fee", "2.unitPrice"],
            refusal.Faults.Select(fault => string.Join('.', fault.Path)));
    }

    [Fact]
    public void Nothing_is_recorded_for_the_day_after_tomorrow()
    {
        var entry = A.Ledger().Buys(10, "ACME", "2024-01-02").Last;

        // Recorded on 2 January: it may be the 3rd somewhere on earth already, but nowhere the 4th.
        Assert.Empty((entry with { TradeDate = A.Day("2024-01-03") }).Faults());
        Assert.Equal("tradeDate", Assert.Single((entry with { TradeDate = A.Day("2024-01-04") }).Faults()).Field);
    }

    [Fact]
    public void Amounts_too_large_to_reckon_with_are_faults_and_not_overflows()
    {
        var entry = (Buy)A.Ledger().Buys(10, "ACME", "2024-01-02").Last;

        Assert.NotEmpty((entry with { Quantity = decimal.MaxValue, UnitPrice = decimal.MaxValue }).Faults());
        Assert.NotEmpty((entry with { Quantity = 999_999_999_999_999m, UnitPrice = 10_000m }).Faults());
        Assert.Empty((entry with { Quantity = 99_999_999_999_999m, UnitPrice = 10_000m }).Faults());
    }

    [Fact]
    public void A_split_may_not_make_more_units_than_can_be_counted()
    {
        var ledger = A.Ledger().Buys(900_000_000_000_000m, "ACME", "2024-01-02");

        Assert.IsType<ValidationRefusal>(Assert.Throws<RefusedException>(() => ledger.Splits("ACME", 2, 1, "2024-02-01")).Refusal);
    }

    [Fact]
    public void A_ratio_is_within_reason_and_a_price_is_not_forgotten()
    {
        var split = (Split)A.Ledger().Splits("ACME", 2, 1, "2024-01-02").Last;
        var reward = (Reward)A.Ledger().IsRewarded(1, "ACME", "2024-01-02").Last;

        Assert.Equal("ratio", Assert.Single((split with { Ratio = new(10_001, 1) }).Faults()).Field);
        Assert.Equal("ratio", Assert.Single((split with { Ratio = new(1, 10_001) }).Faults()).Field);
        Assert.Empty((split with { Ratio = new(1, 10_000) }).Faults());
        Assert.Equal("unitPrice", Assert.Single((reward with { UnitPrice = null }).Faults()).Field);
    }

    [Fact]
    public void The_extremes_of_what_may_be_entered_do_not_overflow()
    {
        var ledger = A.Ledger().Buys(900_000_000_000_000m, "ACME", "2024-01-02").Sells(899_999_999_999_999m, "ACME", "2024-01-03");
        for (var day = 4; day <= 6; day++) ledger.Splits("ACME", 10_000, 1, $"2024-01-{day:00}");
        for (var day = 7; day <= 16; day++) ledger.Splits("ACME", 1, 10_000, $"2024-01-{day:00}");

        // One unit left, times 10,000 three times, then divided ten times: 10^-28, at the cost of one.
        var lot = Assert.Single(Assert.Single(ledger.Positions(CostBasisMethod.Hifo).Holdings).Lots);
        Assert.Equal(0.0000000000000000000000000001m, lot.Quantity.Units);
        Assert.True(lot.UnitCost.Amount > 1_000_000_000_000_000_000_000_000_000m);
        Assert.Throws<RefusedException>(() => ledger.Sells(1, "ACME", "2024-01-17"));
    }

    [Fact]
    public void A_sale_names_lots_of_its_own_asset_that_are_open_by_then()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02").Buys(10, "OTHER", "2024-01-02");
        var other = new LotSelection(LotId.Of(ledger.Last.Id), 1);
        ledger.Buys(10, "ACME", "2024-03-01");
        var later = new LotSelection(LotId.Of(ledger.Last.Id), 1);

        foreach (var lot in new[] { other, later })
        {
            var refused = Assert.Throws<RefusedException>(() => ledger.Sells(1, "ACME", "2024-02-01", lots: lot));
            Assert.Equal(["0", "lots"], Assert.Single(Assert.IsType<ValidationRefusal>(refused.Refusal).Faults).Path);
        }

        ledger.Sells(1, "ACME", "2024-03-01", lots: later);
    }
}
