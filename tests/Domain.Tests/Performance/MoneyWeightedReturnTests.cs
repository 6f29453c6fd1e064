using Investr.Domain.Performance;
using Investr.TestKit;

namespace Investr.Domain.Tests.Performance;

public sealed class MoneyWeightedReturnTests
{
    [Fact]
    public void The_published_example_of_xirr_comes_out()
    {
        // Microsoft's documentation of XIRR gives 0.373362535 for these, found to 0.000001 %.
        var found = Of(("2008-01-01", -10_000), ("2008-03-01", 2_750), ("2008-10-30", 4_250), ("2009-02-15", 3_250), ("2009-04-01", 2_750));

        Assert.Equal(0.373362535, found.Rate!.Value, tolerance: 1e-8);
    }

    [Theory]
    // 100 become 110 in 365 days.
    [InlineData(110, "2022-01-01", 0.10)]
    // 100 become 121 in 730 days: 1.1 * 1.1.
    [InlineData(121, "2023-01-01", 0.10)]
    // A half is left after a year.
    [InlineData(50, "2022-01-01", -0.50)]
    // One cent is left of 100 after a year.
    [InlineData(0.01, "2022-01-01", -0.9999)]
    // A thousandfold in a year.
    [InlineData(100_000, "2022-01-01", 999.0)]
    public void Two_flows_are_a_power(double end, string on, double rate) =>
        Assert.Equal(rate, Of(("2021-01-01", -100), (on, end)).Rate!.Value, 8);

    [Fact]
    public void What_is_lost_to_the_last_cent_has_no_rate() =>
        Assert.Equal(new RateFound(null, "NO_SIGN_CHANGE"), Of(("2021-01-01", -100), ("2021-06-01", -50)));

    [Fact]
    public void Flows_of_one_day_have_no_rate() =>
        Assert.Equal(new RateFound(null, "NOT_CONVERGED"), Of(("2021-01-01", -100), ("2021-01-01", 110)));

    [Fact]
    public void Where_no_rate_explains_the_flows_there_is_none()
    {
        // 1000 - 1500 v + 1000 v² is positive for every v: 1500² < 4 * 1000 * 1000.
        var found = Of(("2021-01-01", 1_000), ("2022-01-01", -1_500), ("2023-01-01", 1_000));

        Assert.Equal(new RateFound(null, "NOT_CONVERGED"), found);
    }

    [Fact]
    public void Of_several_rates_the_one_nearest_to_zero_is_taken()
    {
        // -1000 + 2500 v - 1560 v² is zero for 1/v = 1.2 and 1/v = 1.3.
        var found = Of(("2021-01-01", -1_000), ("2022-01-01", 2_500), ("2023-01-01", -1_560));

        Assert.Equal(0.2, found.Rate!.Value, 9);
    }

    [Fact]
    public void The_order_of_the_flows_means_nothing_and_neither_does_their_scale()
    {
        var there = Of(("2020-03-01", -700), ("2021-01-01", 100), ("2021-06-15", -350), ("2023-01-01", 1_300));
        var back = Of(("2023-01-01", 1.3), ("2021-06-15", -0.35), ("2021-01-01", 0.1), ("2020-03-01", -0.7));

        Assert.Equal(there.Rate!.Value, back.Rate!.Value, 10);
    }

    private static RateFound Of(params (string Day, double Amount)[] flows) =>
        MoneyWeightedReturn.Of([.. flows.Select(flow => new CashFlow(A.Day(flow.Day), flow.Amount))]);
}
