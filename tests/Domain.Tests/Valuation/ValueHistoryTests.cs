using Investr.Domain.Market;
using Investr.Domain.Tests.Performance;
using Investr.Domain.Valuation;
using Investr.TestKit;

namespace Investr.Domain.Tests.Valuation;

public sealed class ValueHistoryTests
{
    [Fact]
    public void Every_day_from_the_first_entry_on_has_a_value()
    {
        var history = new MarketStory().Closes("ACME", ("2024-01-02", 10m), ("2024-01-04", 12m))
            .HistoryOf(A.Ledger().Deposits(100, "2024-01-02").Buys(5, "ACME", "2024-01-03", at: 11m), "2024-01-05");

        // 100; then 45 in cash and 5 at the last close of 10; then 5 at 12, and nothing new on the day after.
        Assert.Equal([100m, 95m, 105m, 105m], history.Between().Select(point => point.Value));
        Assert.All(history.Between(), point => Assert.Equal(100m, point.NetContributions));
        Assert.Empty(history.DataIssues);
    }

    [Fact]
    public void A_history_is_thinned_to_the_last_day_of_each_week_or_month()
    {
        var history = new MarketStory().HistoryOf(A.Ledger().Deposits(100, "2024-01-30"), "2024-02-06");

        Assert.Equal(8, history.Between().Count);
        Assert.Equal([A.Day("2024-02-04"), A.Day("2024-02-06")], Days(Interval.Week));
        Assert.Equal([A.Day("2024-01-31"), A.Day("2024-02-06")], Days(Interval.Month));
        Assert.Equal([A.Day("2024-02-05"), A.Day("2024-02-06")], history.Between(A.Day("2024-02-05")).Select(point => point.Date));
        Assert.Empty(history.Between(to: A.Day("2024-01-29")));

        IEnumerable<DateOnly> Days(Interval interval) => history.Between(interval: interval).Select(point => point.Date);
    }

    [Fact]
    public void A_split_changes_units_and_closes_but_not_the_value()
    {
        var ledger = A.Ledger().Deposits(1_000, "2024-01-02").Buys(10, "ACME", "2024-01-02", at: 100m).Splits("ACME", 4, 1, "2024-01-06");
        var history = new MarketStory().Closes("ACME", ("2024-01-02", 100m), ("2024-01-05", 120m), ("2024-01-08", 31m))
            .HistoryOf(ledger, "2024-01-08");

        // 10 * 120 on Friday; on Saturday 40 * 120 / 4; on Monday 40 * 31, quoted in new units.
        Assert.Equal([1_200m, 1_200m, 1_200m, 1_240m], history.Between(A.Day("2024-01-05")).Select(point => point.Value));
    }

    [Fact]
    public void A_split_before_the_purchase_counts_too()
    {
        var ledger = A.Ledger().Splits("ACME", 4, 1, "2024-01-04").TransfersIn(10, "ACME", "2024-01-05", at: 25m);
        var history = new MarketStory().Closes("ACME", ("2024-01-02", 100m), ("2024-01-08", 31m)).HistoryOf(ledger, "2024-01-05");

        // The last close, of 100, is one of old units: 25 in new ones.
        Assert.Equal(250m, history.Between()[^1].Value);
    }

    [Fact]
    public void Without_a_close_a_holding_counts_at_cost_until_there_is_one()
    {
        var ledger = A.Ledger().Deposits(1_000, "2024-01-02").Buys(10, "ACME", "2024-01-02", at: 50m, fee: 5m)
            .Sells(4, "ACME", "2024-01-03", at: 60m);
        var history = new MarketStory().Closes("ACME", ("2024-01-04", 70m)).HistoryOf(ledger, "2024-01-04");

        // Cash 495 and 505 at cost; then cash 735 and six tenths of 505; then 6 at 70.
        Assert.Equal([1_000m, 735m + 303m, 735m + 420m], history.Between().Select(point => point.Value));
        var issue = Assert.Single(history.DataIssues);
        Assert.Equal((DataIssue.PriceMissing, A.Day("2024-01-02"), A.Day("2024-01-03")), (issue.Code, issue.From, issue.To));
    }

    [Fact]
    public void Without_a_rate_an_amount_is_left_out_and_told_for_the_days_on_which_it_was_there()
    {
        var ledger = A.Ledger().Deposits(100, "2024-01-02").Deposits(1_000, "2024-01-03", @in: "JPY").Withdraws(1_000, "2024-01-05", @in: "JPY");
        var history = new MarketStory().HistoryOf(ledger, "2024-01-31");

        Assert.All(history.Between(), point => Assert.Equal(100m, point.Value));
        var issue = Assert.Single(history.DataIssues);
        Assert.Equal((DataIssue.RateMissing, A.Day("2024-01-03"), A.Day("2024-01-05")), (issue.Code, issue.From, issue.To));
    }

    [Fact]
    public void A_close_in_pence_values_units_paid_for_in_pounds()
    {
        var ledger = A.Ledger("GBP").Deposits(70, "2024-01-02").Buys(100, "VOD", "2024-01-02", at: 0.70m);
        var history = new MarketStory().Knows(A.Asset("VOD", currency: "GBX")).Closes("VOD", ("2024-01-02", 75m))
            .HistoryOf(ledger, "2024-01-02", currency: "GBP");

        Assert.Equal(75m, Assert.Single(history.Between()).Value);
    }

    [Fact]
    public void An_old_close_is_carried_on_and_told()
    {
        var history = new MarketStory().Closes("ACME", ("2024-01-02", 10m))
            .HistoryOf(A.Ledger().Deposits(10, "2024-01-02").Buys(1, "ACME", "2024-01-02", at: 10m), "2024-01-12");

        // The 10th is the eighth day after the 2nd.
        var issue = Assert.Single(history.DataIssues);
        Assert.Equal((DataIssue.PriceStale, A.Day("2024-01-10"), A.Day("2024-01-12")), (issue.Code, issue.From, issue.To));
    }

    [Fact]
    public void An_empty_ledger_has_no_history()
    {
        var history = new MarketStory().HistoryOf(A.Ledger(), "2024-01-12");

        Assert.Null(history.FirstDay);
        Assert.Empty(history.Between());
        Assert.Null(new MarketStory().HistoryOf(A.Ledger().Deposits(1, "2024-02-01"), "2024-01-12").FirstDay);
    }
}
