using Investr.Domain.Alerts;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Users;
using Investr.TestKit;

namespace Investr.Domain.Tests.Alerts;

public sealed class PriceAlertTests
{
    private static readonly DateTimeOffset Start = new FakeClock().Now;

    [Fact]
    public void It_fires_once_for_each_crossing()
    {
        var alert = Alert(AlertCondition.PriceAbove, 100);

        // 100 is not above 100; the second 101 is the same crossing; after 100 it waits again.
        Assert.Equal([false, false, true, false, false, true], Fired(alert, 99, 100, 101, 102, 100, 103));
        Assert.Equal((false, Start.AddSeconds(6), 103m), (alert.IsArmed, alert.TriggeredAt, alert.TriggeredPrice));
    }

    [Fact]
    public void A_gap_over_the_threshold_is_a_crossing_and_so_is_a_condition_that_holds_from_the_start()
    {
        Assert.Equal([false, true], Fired(Alert(AlertCondition.PriceBelow, 50), 80, 20));
        Assert.Equal([true, false], Fired(Alert(AlertCondition.PriceAbove, 50), 80, 90));
    }

    [Fact]
    public void Below_is_the_mirror_of_above() =>
        Assert.Equal([false, true, false, false, true], Fired(Alert(AlertCondition.PriceBelow, 50), 50, 49, 48, 50, 49));

    [Fact]
    public void The_days_change_counts_up_and_down_and_anew_each_day()
    {
        var alert = Alert(AlertCondition.DayChangeExceeds, 0.05m);

        // Of a close of 100: 5 % is not more than 5 %; 6 % down is; 7 % up is the same crossing.
        Assert.Equal([false, true, false], Fired(alert, 105, 94, 107));
        Assert.True(alert.Notice(Quote(107, Start.AddDays(1))));
        Assert.False(alert.Notice(Quote(107, Start.AddDays(1).AddSeconds(1))));
        Assert.False(alert.Notice(Quote(107, Start.AddDays(2)) with { PreviousClose = null }));
    }

    [Fact]
    public void A_quote_that_is_not_newer_than_the_one_that_changed_it_changes_nothing()
    {
        var alert = Alert(AlertCondition.PriceAbove, 100);
        Assert.True(alert.Notice(Quote(101, Start.AddSeconds(2))));

        Assert.False(alert.Notice(Quote(99, Start.AddSeconds(1))));
        Assert.False(alert.Notice(Quote(99, Start.AddSeconds(2))));
        Assert.False(alert.IsArmed);
    }

    [Theory]
    [InlineData(AlertCondition.PriceAbove, "0")]
    [InlineData(AlertCondition.PriceBelow, "-1")]
    [InlineData(AlertCondition.PriceAbove, "1000000000001")]
    [InlineData(AlertCondition.DayChangeExceeds, "101")]
    public void A_threshold_that_no_price_can_cross_is_refused(AlertCondition condition, string threshold) =>
        Assert.Equal("VALIDATION", Assert.Throws<RefusedException>(() => Alert(condition, decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture))).Refusal.Code);

    private static PriceAlert Alert(AlertCondition condition, decimal threshold) =>
        PriceAlert.Create(new UserId(Guid.Empty), A.AssetId("ACME"), condition, threshold, Start);

    // One price a second.
    private static bool[] Fired(PriceAlert alert, params decimal[] prices) =>
        [.. prices.Select((price, second) => alert.Notice(Quote(price, Start.AddSeconds(second + 1))))];

    private static Quote Quote(decimal price, DateTimeOffset at) =>
        new(A.AssetId("ACME"), price, Currency.Usd, at, QuoteFreshness.Live, "test") { PreviousClose = 100 };
}
