using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Domain.Tests.Portfolios;

public sealed class LotIdentityTests
{
    [Fact]
    public void A_sale_finds_the_lot_that_it_names_after_the_purchase_was_corrected_twice()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02", at: 10m).Buys(10, "ACME", "2024-02-01", at: 20m);
        var wrong = (Buy)ledger.Last;
        var lot = LotId.Of(wrong.Id);
        ledger.Sells(4, "ACME", "2024-03-01", at: 30m, lots: new LotSelection(lot, 4));

        for (var price = 21m; price <= 22m; price++)
        {
            wrong = wrong with { Id = TransactionId.New(wrong.RecordedAt.AddDays(1)), UnitPrice = price, Supersedes = wrong.Id };
            ledger.Records(wrong);
        }

        // Four of the second lot, which now cost 22 each.
        var gain = Assert.Single(ledger.Positions(CostBasisMethod.Specific).RealizedGains);
        Assert.Equal((lot, 88m), (gain.Lot, gain.CostBasis.Amount));

        // A new sale may name it, too.
        ledger.Sells(6, "ACME", "2024-03-02", at: 30m, lots: new LotSelection(lot, 6));
        Assert.Equal(10m, Assert.Single(Assert.Single(ledger.Positions(CostBasisMethod.Specific).Holdings).Lots).UnitCost.Amount);
    }

    [Fact]
    public void A_correction_to_another_asset_opens_a_lot_of_its_own()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02");
        var wrong = (Buy)ledger.Last;
        ledger.Records(wrong with { Id = TransactionId.New(wrong.RecordedAt), Asset = A.AssetId("OTHER"), Supersedes = wrong.Id });

        Assert.Equal(LotId.Of(ledger.Last.Id), ledger.Positions().Holdings[0].Lots[0].Id);
    }

    [Fact]
    public void Lots_that_move_to_another_portfolio_keep_their_days_and_costs_and_realize_nothing()
    {
        var there = A.Ledger()
            .Buys(10, "ACME", "2024-01-02", at: 10m, fee: 1m).Buys(10, "ACME", "2024-02-01", at: 20m, @in: "EUR")
            .TransfersOut(15, "ACME", "2024-03-01").Positions();
        var handOver = Assert.Single(there.HandOvers);

        // The first lot whole for 101 dollars, half of the second for 100 euros.
        Assert.Equal(
            [
                new TransferredLot(A.Day("2024-01-02"), 10, new(101m, Currency.Usd)),
                new TransferredLot(A.Day("2024-02-01"), 5, new(100m, Currency.Eur)),
            ],
            handOver.Lots);
        Assert.Empty(there.RealizedGains);

        var here = A.Ledger().Records(Arrival(15) with { Lots = handOver.Lots });
        Assert.Equal(
            handOver.Lots,
            here.Positions().Holdings[0].Lots.Select(lot => new TransferredLot(lot.OpenedOn, lot.Quantity, lot.CostBasis)));
        Assert.Equal([101m, 100m], here.Positions().Contributions.Select(flow => flow.Amount.Amount));

        // Sold, the first of them has been held since January.
        var gain = here.Sells(1, "ACME", "2024-03-02", at: 30m).Positions().RealizedGains[0];
        Assert.Equal((60, 10.1m), (gain.DaysHeld, gain.CostBasis.Amount));
    }

    [Fact]
    public void Each_lot_that_came_in_a_transfer_can_be_named()
    {
        var lots = new[]
        {
            new TransferredLot(A.Day("2023-01-02"), 5, new(50m, Currency.Usd)),
            new TransferredLot(A.Day("2023-02-01"), 5, new(100m, Currency.Usd)),
        };
        var ledger = A.Ledger().Records(Arrival(10) with { Lots = lots });
        var second = ledger.Positions().Holdings[0].Lots[1].Id;

        ledger.Sells(2, "ACME", "2024-03-02", at: 30m, lots: new LotSelection(second, 2));

        Assert.Equal(40m, Assert.Single(ledger.Positions(CostBasisMethod.Specific).RealizedGains).CostBasis.Amount);
    }

    [Fact]
    public void The_lots_of_a_transfer_are_sound_and_make_its_quantity()
    {
        var lot = new TransferredLot(A.Day("2024-01-02"), 10, new(50m, Currency.Usd));

        Assert.Empty((Arrival(10) with { Lots = [lot], UnitPrice = null }).Faults());
        Assert.Equal("transferredLots", Assert.Single((Arrival(11) with { Lots = [lot] }).Faults()).Field);
        Assert.Equal("transferredLots", Assert.Single((Arrival(10) with { Lots = [lot with { OpenedOn = A.Day("2024-03-02") }] }).Faults()).Field);
        Assert.Equal("transferredLots", Assert.Single((Arrival(10) with { Lots = [lot with { Cost = new(-1, Currency.Usd) }] }).Faults()).Field);
        Assert.Equal("unitPrice", Assert.Single((Arrival(10) with { UnitPrice = null }).Faults()).Field);
    }

    [Fact]
    public void Cash_below_zero_has_its_days()
    {
        var positions = A.Ledger().Deposits(100, "2024-01-02").Buys(10, "ACME", "2024-01-05", at: 12m)
            .Deposits(20, "2024-02-01").Buys(1, "ACME", "2024-03-01", at: 12m).Deposits(12, "2024-03-01")
            .Buys(1, "ACME", "2024-04-01", at: 12m).Positions();

        // 100 - 120 on 5 January, made good on 1 February; on 1 March the deposit of the day suffices; since 1 April 12 are missing.
        Assert.Equal(
            [
                new Overdraft(Currency.Usd, A.Day("2024-01-05"), A.Day("2024-01-31")),
                new Overdraft(Currency.Usd, A.Day("2024-04-01"), null),
            ],
            positions.Overdrafts);
    }

    private static TransferIn Arrival(decimal units) => (TransferIn)A.Ledger().TransfersIn(units, "ACME", "2024-03-01").Last;
}
