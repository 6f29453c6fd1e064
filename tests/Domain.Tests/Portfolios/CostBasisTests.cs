using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.TestKit;

namespace Investr.Domain.Tests.Portfolios;

public sealed class CostBasisTests
{
    // A published example: 109 units for 3,149.20, then 52 for 1,684.92; 15 are sold for 531.50.
    private static LedgerBuilder Published() => A.Ledger("EUR")
        .Buys(109, "ACME", "2020-01-02", at: 3149.20m / 109)
        .Buys(52, "ACME", "2020-02-03", at: 1684.92m / 52)
        .Sells(15, "ACME", "2020-03-02", at: 531.50m / 15);

    [Theory]
    // FIFO: 3149.20 * 15/109 = 433.3761…; 531.50 - 433.3761 = 98.1239
    [InlineData(CostBasisMethod.Fifo, "98.12")]
    // Average: (3149.20 + 1684.92) / 161 * 15 = 450.3838…; 531.50 - 450.3838 = 81.1162
    [InlineData(CostBasisMethod.Average, "81.12")]
    // LIFO: 1684.92 * 15/52 = 486.0346…; 531.50 - 486.0346 = 45.4654
    [InlineData(CostBasisMethod.Lifo, "45.47")]
    // HIFO: 32.40 a unit is dearer than 28.89, so it takes the same units as LIFO.
    [InlineData(CostBasisMethod.Hifo, "45.47")]
    public void The_published_example_comes_out_under_each_method(CostBasisMethod method, string gain) =>
        Assert.Equal($"{gain} EUR", GainOf(Published().Positions(method)).Rounded().ToString());

    [Fact]
    public void Fees_belong_to_the_cost_and_lower_the_proceeds()
    {
        var positions = A.Ledger("CHF")
            .Buys(2, "NOVN", "2022-03-07", at: 75.80m, fee: 2.95m)
            .Sells(1, "NOVN", "2022-04-08", at: 85.73m, fee: 1.30m)
            .Positions();

        // (2 * 75.80 + 2.95) / 2 = 77.275; 85.73 - 1.30 - 77.275 = 7.155
        Assert.Equal(7.155m, GainOf(positions).Amount);
        Assert.Equal(77.275m, Assert.Single(Assert.Single(positions.Holdings).Lots).CostBasis.Amount);

        // With the unit left at 87.80: 7.155 + (87.80 - 77.275) = 17.68 = (85.73 - 75.80) + (87.80 - 75.80) - 4.25
        Assert.Equal(17.68m, 7.155m + (87.80m - 77.275m));
        Assert.Equal(4.25m, positions.Charges.Sum(charge => charge.Amount.Amount));
    }

    [Fact]
    public void Under_fifo_a_sale_crosses_from_the_oldest_lot_into_the_next()
    {
        var positions = A.Ledger()
            .Buys(10, "ACME", "2024-01-02", at: 10m).Buys(10, "ACME", "2024-02-01", at: 20m)
            .Sells(15, "ACME", "2024-03-01", at: 30m).Positions();

        // 10 at 10 and 5 at 20; of the proceeds of 450 two thirds go with the first lot.
        Assert.Equal([(10m, 100m, 300m), (5m, 100m, 150m)], Pieces(positions));
        Assert.Equal([59, 29], positions.RealizedGains.Select(gain => gain.DaysHeld));

        var lot = Assert.Single(Assert.Single(positions.Holdings).Lots);
        Assert.Equal((5m, 100m), (lot.Quantity.Units, lot.CostBasis.Amount));
    }

    [Fact]
    public void Under_lifo_the_newest_lot_goes_first()
    {
        var positions = A.Ledger()
            .Buys(10, "ACME", "2024-01-02", at: 10m).Buys(10, "ACME", "2024-02-01", at: 20m)
            .Sells(15, "ACME", "2024-03-01", at: 30m).Positions(CostBasisMethod.Lifo);

        Assert.Equal([(10m, 200m, 300m), (5m, 50m, 150m)], Pieces(positions));
    }

    [Fact]
    public void Under_hifo_the_dearest_lot_goes_first()
    {
        var positions = A.Ledger()
            .Buys(5, "ACME", "2024-01-02", at: 20m).Buys(5, "ACME", "2024-02-01", at: 30m).Buys(5, "ACME", "2024-02-05", at: 10m)
            .Sells(7, "ACME", "2024-03-01", at: 30m).Positions(CostBasisMethod.Hifo);

        Assert.Equal([(5m, 150m, 150m), (2m, 40m, 60m)], Pieces(positions));
    }

    [Fact]
    public void Under_hifo_a_split_does_not_change_which_lot_is_dearest()
    {
        var positions = A.Ledger()
            .Buys(5, "ACME", "2024-01-02", at: 30m).Splits("ACME", 3, 1, "2024-02-01").Buys(5, "ACME", "2024-02-02", at: 11m)
            .Sells(6, "ACME", "2024-03-01", at: 30m).Positions(CostBasisMethod.Hifo);

        // 30 before the split are 10 after it, so the 5 at 11 go first, and one more at 10.
        Assert.Equal([(5m, 55m, 150m), (1m, 10m, 30m)], Pieces(positions));
    }

    [Fact]
    public void Under_average_a_purchase_between_two_sales_moves_the_average()
    {
        var positions = A.Ledger()
            .Buys(10, "ACME", "2024-01-02", at: 10m).Buys(10, "ACME", "2024-02-01", at: 20m)
            .Sells(10, "ACME", "2024-03-01", at: 30m)
            .Buys(10, "ACME", "2024-04-01", at: 25m)
            .Sells(10, "ACME", "2024-05-01", at: 30m).Positions(CostBasisMethod.Average);

        // Average 15, so 150 of the 300 leave. Then 150 + 250 over 20 units is 20: 200 leave and 200 stay.
        Assert.Equal([150m, 200m], positions.RealizedGains.Select(gain => gain.CostBasis.Amount));
        Assert.Equal(200m, Assert.Single(positions.Holdings).Lots.Sum(lot => lot.CostBasis.Amount));
    }

    [Fact]
    public void A_sale_takes_the_lots_that_it_names_and_the_rest_from_the_oldest()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02", at: 10m).Buys(10, "ACME", "2024-02-01", at: 20m);
        var second = LotId.Of(ledger.Last.Id);

        var positions = ledger.Sells(6, "ACME", "2024-03-01", at: 30m, lots: new LotSelection(second, 4))
            .Positions(CostBasisMethod.Specific);

        Assert.Equal([(4m, 80m, 120m), (2m, 20m, 60m)], Pieces(positions));
    }

    [Fact]
    public void A_transfer_out_takes_its_cost_along_and_realizes_nothing()
    {
        var positions = A.Ledger().Buys(10, "ACME", "2024-01-02", at: 10m).TransfersOut(4, "ACME", "2024-02-01").Positions();

        Assert.Empty(positions.RealizedGains);
        Assert.Equal(-40m, Assert.Single(positions.Contributions).Amount.Amount);
        Assert.Equal(60m, Assert.Single(positions.Holdings).Lots.Sum(lot => lot.CostBasis.Amount));
    }

    [Fact]
    public void A_reward_is_income_at_its_fair_value_and_that_is_its_cost()
    {
        var positions = A.Ledger().IsRewarded(2, "ETH", "2024-01-02", worth: 1500m).Positions();

        Assert.Equal((IncomeKind.Reward, 3000m), (positions.Income[0].Kind, positions.Income[0].Amount.Amount));
        Assert.Equal(3000m, Assert.Single(positions.Holdings).Lots[0].CostBasis.Amount);
        Assert.Equal(0m, Assert.Single(positions.Cash).Amount);
    }

    private static Money GainOf(Positions positions) =>
        positions.RealizedGains.Select(gain => gain.Gain!.Value).Aggregate((sum, gain) => sum + gain);

    private static IEnumerable<(decimal Units, decimal Cost, decimal Proceeds)> Pieces(Positions positions) =>
        positions.RealizedGains.Select(gain => (gain.Quantity.Units, gain.CostBasis.Amount, gain.Proceeds.Amount));
}
