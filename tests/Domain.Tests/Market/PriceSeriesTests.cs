using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.TestKit;

namespace Investr.Domain.Tests.Market;

public sealed class PriceSeriesTests
{
    private static readonly PriceSeries Series = new(A.AssetId("ACME"),
    [
        new(A.Day("2024-02-01"), 12m), // a Thursday
        new(A.Day("2024-01-31"), 11m),
        new(A.Day("2024-02-02"), 13m),
        new(A.Day("2024-02-05"), 14m),
        new(A.Day("2024-02-05"), 15m),
    ]);

    [Fact]
    public void Points_are_in_the_order_of_days_and_the_later_of_two_counts() =>
        Assert.Equal([11m, 12m, 13m, 15m], Series.Points.Select(point => point.Close));

    [Theory]
    [InlineData("2024-02-02", "2024-02-02")]
    [InlineData("2024-02-04", "2024-02-02")]
    [InlineData("2024-12-31", "2024-02-05")]
    public void A_day_without_a_close_has_that_of_the_last_trading_day(string asked, string found) =>
        Assert.Equal(A.Day(found), Series.AsOf(A.Day(asked))!.Value.Date);

    [Fact]
    public void Before_the_first_day_there_is_none()
    {
        Assert.Null(Series.AsOf(A.Day("2024-01-30")));
        Assert.Null(Series.Before(A.Day("2024-01-31")));
        Assert.Equal(11m, Series.Before(A.Day("2024-02-01"))!.Value.Close);
    }

    [Fact]
    public void Weeks_and_months_end_with_their_last_close()
    {
        var (from, to) = (A.Day("2024-01-01"), A.Day("2024-12-31"));

        // The week to Sunday 4 February ends on Friday the 2nd at 13; January at 11.
        Assert.Equal([13m, 15m], Series.Between(from, to, Interval.Week).Select(point => point.Close));
        Assert.Equal([11m, 15m], Series.Between(from, to, Interval.Month).Select(point => point.Close));
        Assert.Equal([12m, 13m], Series.Between(A.Day("2024-02-01"), A.Day("2024-02-04")).Select(point => point.Close));
    }

    [Fact]
    public void Adjusted_closes_are_divided_by_the_splits_after_their_day()
    {
        var series = new PriceSeries(A.AssetId("ACME"), [new(A.Day("2024-01-02"), 90m), new(A.Day("2024-02-01"), 30m), new(A.Day("2024-03-01"), 310m)]);
        AssetSplit[] splits = [new(A.Day("2024-02-01"), new Ratio(3, 1)), new(A.Day("2024-03-01"), new Ratio(1, 10))];

        // 90 / 3 x 10, 30 x 10 (quoted in new units on the day of the split itself), 310.
        Assert.Equal([300m, 300m, 310m], series.AdjustedFor(splits).Points.Select(point => point.Close));
        Assert.Equal([90m, 30m, 310m], series.AdjustedFor([]).Points.Select(point => point.Close));
    }
}
