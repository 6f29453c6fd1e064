using System.Globalization;
using Investr.Domain.Market;
using Investr.Domain.Performance;
using Investr.TestKit;

namespace Investr.Domain.Tests.Performance;

/// <summary>Series whose figures others have published, each as the closes of one asset that is bought once and held.</summary>
public sealed class PublishedSeriesTests
{
    // The monthly returns of the example portfolio in Bacon, Practical Portfolio Performance Measurement and Attribution, 2008.
    private static readonly decimal[] Bacon =
    [
        0.003m, 0.026m, 0.011m, -0.010m, 0.015m, 0.025m, 0.016m, 0.067m, -0.014m, 0.040m, -0.005m, 0.081m,
        0.040m, -0.037m, -0.061m, 0.017m, -0.049m, -0.022m, 0.070m, 0.058m, -0.065m, 0.024m, -0.005m, -0.009m,
    ];

    [Fact]
    public void Two_years_of_bacon_give_his_return_and_his_drawdown()
    {
        // From the end of 2021 to the end of 2023 are 730 days: two years of 365.
        var ends = Enumerable.Range(0, 24).Select(month => new DateOnly(2022, 1, 1).AddMonths(month + 1).AddDays(-1));
        var performance = Held(A.Day("2021-12-31"), Bacon, ends);

        Assert.Equal(0.10367829, performance.AnnualizedReturn!.Value, 8);
        Assert.Equal(0.14467296, performance.MaxDrawdown!.Depth, 8);
        Assert.Equal(0.10367829, performance.MoneyWeightedReturn!.Value, 8);

        // The peak is January 2023 and the trough June 2023, as counting through the list shows.
        Assert.Equal((A.Day("2023-06-30"), null), (performance.MaxDrawdown.TroughOn, performance.MaxDrawdown.RecoveredOn));
        Assert.Equal(0.10367829 / 0.14467296, performance.CalmarRatio!.Value, 6);

        // A price a month bears no measure made of days, and that is said.
        Assert.Null(performance.Volatility);
        Assert.Contains(performance.DataIssues, issue => issue.Code == "HISTORY_TOO_SHORT");
    }

    [Fact]
    public void Daily_returns_accumulate_to_the_published_index()
    {
        decimal[] returns =
            [0.023m, 0.019175455m, -0.0220517m, 0.0294117647m, 0.0285714286m, 0.012261967m, -0.0545454545m, -0.0865384615m];
        DateOnly[] days = [.. Enumerable.Range(9, 3).Concat(Enumerable.Range(14, 5)).Select(day => new DateOnly(2024, 10, day))];

        var performance = Held(A.Day("2024-10-08"), returns, days);

        // The returns are published with fewer digits than the index: their product is -0.05618275.
        Assert.Equal(-0.056182678, performance.TimeWeightedReturn!.Value, tolerance: 1e-7);
        Assert.Equal(returns.Length, performance.DailyReturns.Count);
    }

    [Fact]
    public void The_share_of_novartis_that_is_sold_and_the_one_that_is_kept_gain_what_they_gain_together()
    {
        var ledger = A.Ledger("CHF").Buys(2, "NOVN", "2022-03-07", at: 75.80m, fee: 2.95m, @in: "CHF")
            .Sells(1, "NOVN", "2022-04-08", at: 85.73m, fee: 1.30m, @in: "CHF");

        var history = new MarketStory().Knows(A.Asset("NOVN", currency: "CHF"))
            .Closes("NOVN", ("2022-03-07", 75.80m), ("2022-04-08", 85.73m), ("2022-04-11", 87.80m))
            .HistoryOf(ledger, "2022-04-11", currency: "CHF");
        var performance = PerformanceAnalysis.Of(history);

        // (85.73 - 75.80) + (87.80 - 75.80) - 4.25 = 17.68
        Assert.Equal(17.68m, performance.Gain.Amount);
        Assert.Equal((21.93m, 4.25m), (performance.ValueChange.MarketGain, performance.ValueChange.Fees));

        // No deposit was entered, so the 154.55 that the purchase took count as put in: 17.68 / 154.55.
        Assert.Equal((double)(17.68m / 154.55m), performance.Gain.Ratio!.Value, 12);
        Assert.Contains(performance.DataIssues, issue => issue.Code == "CASH_NEGATIVE" && issue.From == A.Day("2022-03-07"));
    }

    private static PerformanceAnalysis Held(DateOnly bought, decimal[] returns, IEnumerable<DateOnly> days)
    {
        List<PricePoint> closes = [new(bought, 100m)];
        foreach (var (day, @return) in days.Zip(returns)) closes.Add(new(day, closes[^1].Close * (1 + @return)));

        var text = bought.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var ledger = A.Ledger().Deposits(1_000, text).Buys(10, "FUND", text, at: 100m);
        var last = closes[^1].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return PerformanceAnalysis.Of(new MarketStory().Closes("FUND", closes).HistoryOf(ledger, last));
    }
}
