using Investr.TestKit;

namespace Investr.Domain.Tests.Portfolios;

public sealed class SplitTests
{
    [Fact]
    public void Units_multiply_and_the_cost_stays()
    {
        var holding = Assert.Single(A.Ledger()
            .Buys(10, "ACME", "2024-01-02", at: 90m).Splits("ACME", 3, 1, "2024-02-01").Positions().Holdings);

        // 10 at 90 become 30 at 30.
        Assert.Equal((30m, 900m, 30m), (holding.Quantity.Units, holding.Lots[0].CostBasis.Amount, holding.Lots[0].UnitCost.Amount));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    [InlineData(7, 3)]
    [InlineData(1, 30)]
    public void A_split_and_its_inverse_give_back_the_quantity_to_the_last_digit(int into, int from)
    {
        const decimal Units = 10.123456789m;
        var holding = Assert.Single(A.Ledger().Buys(Units, "ACME", "2024-01-02")
            .Splits("ACME", into, from, "2024-02-01").Splits("ACME", from, into, "2024-03-01").Positions().Holdings);

        Assert.Equal(Units, holding.Quantity.Units);
    }

    [Fact]
    public void What_is_sold_between_two_splits_is_exact_too()
    {
        var positions = A.Ledger().Buys(10, "ACME", "2024-01-02")
            .Splits("ACME", 1, 3, "2024-02-01").Sells(3, "ACME", "2024-02-02").Splits("ACME", 3, 1, "2024-03-01").Positions();

        // 10/3 - 3 = 1/3, times three is 1.
        Assert.Equal(1m, Assert.Single(positions.Holdings).Quantity.Units);
    }

    [Fact]
    public void All_of_a_third_can_be_sold_after_splitting_back()
    {
        var positions = A.Ledger().Buys(1, "ACME", "2024-01-02")
            .Splits("ACME", 1, 3, "2024-02-01").Splits("ACME", 3, 1, "2024-03-01").Sells(1, "ACME", "2024-04-01").Positions();

        Assert.Empty(positions.Holdings);
        Assert.Single(positions.Closed);
    }

    [Fact]
    public void On_its_day_a_split_comes_first()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2024-01-02").Buys(5, "ACME", "2024-02-01").Splits("ACME", 2, 1, "2024-02-01");

        // 10 * 2 + 5: what is bought on that day is bought in new units.
        Assert.Equal(25m, Assert.Single(ledger.Positions().Holdings).Quantity.Units);
    }

    [Fact]
    public void Very_many_odd_splits_stay_close_and_never_overflow()
    {
        var ledger = A.Ledger().Buys(1_000, "ACME", "2024-01-02");
        for (var day = 3; day <= 28; day++) ledger.Splits("ACME", 1009, 1013, $"2024-01-{day:00}");

        // 1000 * (1009/1013)^26 = 902.2946…
        var expected = 1000 * Math.Pow(1009.0 / 1013, 26);
        Assert.Equal(expected, (double)Assert.Single(ledger.Positions().Holdings).Quantity.Units, 9);
    }
}
