using Investr.Domain.Performance;
using Investr.Domain.Valuation;
using Investr.TestKit;

namespace Investr.Domain.Tests.Performance;

public sealed class PerformanceAnalysisTests
{
    [Fact]
    public void A_deposit_halfway_does_not_change_the_time_weighted_return()
    {
        // A published example: 1,000,000 became 1,162,484, then 100,000 came in, and 1,192,328 were there at the end.
        var units = 100_000m / 1.162484m;
        var ledger = A.Ledger().Deposits(1_000_000m, "2023-12-29").Buys(1_000_000m, "FUND", "2023-12-29", at: 1m)
            .Deposits(100_000m, "2024-08-15").Buys(units, "FUND", "2024-08-15", at: 1.162484m);
        var end = 1_192_328m / (1_000_000m + units);

        var performance = Of(new MarketStory().Closes("FUND", ("2023-12-29", 1m), ("2024-08-15", 1.162484m), ("2024-12-31", end)), ledger, "2024-12-31");

        // 1.162484 * 1,192,328 / 1,262,484 - 1 = 0.0979
        Assert.Equal(1.162484 * 1_192_328 / 1_262_484 - 1, performance.TimeWeightedReturn!.Value, 10);
        Assert.Equal(92_328m, decimal.Round(performance.Gain.Amount, 8));
    }

    [Fact]
    public void A_large_deposit_that_trades_on_its_day_earns_on_itself_and_not_on_the_little_before_it()
    {
        var ledger = A.Ledger().Deposits(100m, "2024-01-02").Deposits(10_000m, "2024-01-03").Buys(100, "ACME", "2024-01-03", at: 100m);

        var performance = Of(new MarketStory().Closes("ACME", ("2024-01-03", 101m)), ledger, "2024-01-03");

        // 100 gained on 10,100.
        Assert.Equal(100 / 10_100.0, performance.TimeWeightedReturn!.Value, 12);
    }

    [Fact]
    public void What_leaves_has_earned_on_its_last_day()
    {
        var ledger = A.Ledger().Deposits(1_000m, "2024-01-02").Buys(10, "ACME", "2024-01-02", at: 100m)
            .Sells(10, "ACME", "2024-01-03", at: 110m).Withdraws(1_100m, "2024-01-03");

        var performance = Of(new MarketStory().Closes("ACME", ("2024-01-02", 100m), ("2024-01-03", 105m)), ledger, "2024-01-05");

        Assert.Equal(0.10, performance.TimeWeightedReturn!.Value, 12);
        Assert.Equal((100m, 0m), (performance.Gain.Amount, performance.ValueChange.End));
    }

    [Fact]
    public void A_dividend_makes_up_for_the_price_that_falls_by_it_whatever_else_comes_in()
    {
        var ledger = A.Ledger().Deposits(100m, "2024-01-02").Buys(1, "ACME", "2024-01-02", at: 100m)
            .IsPaid(10m, "ACME", "2024-01-03").Deposits(10_000m, "2024-01-03");

        var performance = Of(new MarketStory().Closes("ACME", ("2024-01-02", 100m), ("2024-01-03", 90m)), ledger, "2024-01-03");

        Assert.Equal(0, performance.TimeWeightedReturn!.Value, 12);
        Assert.Equal((-10m, 10m), (performance.ValueChange.MarketGain, performance.ValueChange.Income));
    }

    [Fact]
    public void Units_transferred_come_and_go_at_the_price_of_their_day()
    {
        var ledger = A.Ledger().Deposits(1_000m, "2024-01-02").TransfersIn(10, "ACME", "2024-01-03", at: 20m).TransfersOut(4, "ACME", "2024-01-04");

        var performance = Of(new MarketStory().Closes("ACME", ("2024-01-03", 100m), ("2024-01-04", 110m)), ledger, "2024-01-04");

        // 10 * 100 came in, whatever they had cost once, and 4 * 110 went. In between they gained 10 * 10 on 2,000.
        Assert.Equal((2_000m, 440m, 100m), (performance.ValueChange.Contributions, performance.ValueChange.Withdrawals, performance.Gain.Amount));
        Assert.Equal(0.05, performance.TimeWeightedReturn!.Value, 12);
    }

    [Fact]
    public void Cash_that_nobody_put_in_counts_as_put_in_when_it_is_spent()
    {
        var ledger = A.Ledger().Buys(10, "ACME", "2023-01-02", at: 100m).Sells(10, "ACME", "2024-01-02", at: 110m);

        var performance = Of(new MarketStory().Closes("ACME", ("2023-01-02", 100m), ("2024-01-02", 110m)), ledger, "2024-01-02");

        // 1,000 became 1,100 in 365 days; the value itself went from nothing to 100.
        Assert.Equal(0.10, performance.TimeWeightedReturn!.Value, 10);
        Assert.Equal(0.10, performance.MoneyWeightedReturn!.Value, 10);
        Assert.Equal(0.10, performance.Gain.Ratio!.Value, 10);
        Assert.Equal((0m, 0m, 100m), (performance.ValueChange.Start, performance.ValueChange.Contributions, performance.ValueChange.End));
        Assert.Contains(performance.DataIssues, issue => issue.Code == DataIssue.CashNegative);
    }

    [Fact]
    public void Dollars_spent_on_euros_are_no_money_from_outside()
    {
        var ledger = A.Ledger().Deposits(1_100m, "2024-01-02").Buys(10, "SAP", "2024-01-02", at: 100m, @in: "EUR");
        var market = new MarketStory().Knows(A.Asset("SAP", currency: "EUR")).Closes("SAP", ("2024-01-02", 100m), ("2024-01-03", 110m))
            .Rate("EUR", "USD", ("2024-01-02", 1.10m), ("2024-01-03", 1.20m));

        var performance = Of(market, ledger, "2024-01-03");

        // Owned: 1,100 dollars, and in euros 1,000 less 1,000. The rate moves nothing; the price gains 100 * 1.20.
        Assert.Equal((120m, 120m, 0m), (performance.Gain.Amount, performance.ValueChange.MarketGain, performance.ValueChange.CurrencyGain));
        Assert.Equal(120 / 1_100.0, performance.TimeWeightedReturn!.Value, 12);
    }

    [Fact]
    public void The_change_of_value_has_its_parts_and_they_add_up()
    {
        var ledger = A.Ledger().Deposits(1_000m, "2024-01-02", @in: "EUR").Buys(10, "SAP", "2024-01-02", at: 60m, fee: 3m, @in: "EUR")
            .IsPaid(20m, "SAP", "2024-01-03", tax: 5m, @in: "EUR").Sells(4, "SAP", "2024-01-03", at: 65m, fee: 1m, tax: 2m, @in: "EUR")
            .Withdraws(100m, "2024-01-03", @in: "EUR");
        var market = new MarketStory().Knows(A.Asset("SAP", currency: "EUR")).Closes("SAP", ("2024-01-02", 61m), ("2024-01-03", 66m))
            .Rate("EUR", "USD", ("2024-01-02", 1.00m), ("2024-01-03", 1.10m));

        var change = Of(market, ledger, "2024-01-03").ValueChange;

        // In euros 397 + 610 = 1,007 on the 2nd. On the 3rd: cash 397 + 15 + 257 - 100 = 569, and 6 * 66 = 396: 965 * 1.10 = 1,061.50.
        Assert.Equal(1_061.50m, change.End);
        Assert.Equal((1_000m, 110m, 22m), (change.Contributions, change.Withdrawals, change.Income));

        // Fees 3 + 1.10, taxes (5 + 2) * 1.10, rates 1,007 * 0.10.
        Assert.Equal((4.10m, 7.70m, 100.70m), (change.Fees, change.Taxes, change.CurrencyGain));

        // Prices: 10 * 1 on the 2nd, (6 * 5 + 4 * 4) * 1.10 on the 3rd: 60.60.
        Assert.Equal(60.60m, change.MarketGain);
    }

    [Fact]
    public void A_period_begins_with_the_value_at_the_end_of_its_first_day()
    {
        var ledger = A.Ledger().Deposits(1_000m, "2023-01-02").Buys(10, "ACME", "2023-01-02", at: 100m).Deposits(500m, "2023-06-30");
        var market = new MarketStory().Closes("ACME", ("2023-01-02", 100m), ("2023-06-30", 120m), ("2024-06-29", 150m));

        var performance = PerformanceAnalysis.Of(market.HistoryOf(ledger, "2024-12-31"), A.Day("2023-06-30"), A.Day("2024-06-29"));

        // 1,700 became 2,000 in 365 days.
        Assert.Equal((1_700m, 0m, 2_000m), (performance.ValueChange.Start, performance.ValueChange.Contributions, performance.ValueChange.End));
        Assert.Equal(300 / 1_700.0, performance.TimeWeightedReturn!.Value, 12);
        Assert.Equal(300 / 1_700.0, performance.AnnualizedReturn!.Value, 12);
        Assert.Equal(300 / 1_700.0, performance.MoneyWeightedReturn!.Value, 10);
        Assert.Equal((A.Day("2023-06-30"), 0.0), (performance.Series[0].Date, performance.Series[0].Return));
        Assert.Equal(366, performance.Series.Count);
    }

    [Fact]
    public void A_benchmark_is_compared_in_the_currency_of_the_portfolio()
    {
        var ledger = A.Ledger().Deposits(100m, "2024-01-02").Buys(1, "ACME", "2024-01-02", at: 100m);
        var market = new MarketStory().Knows(A.Asset("INDEX", currency: "EUR"))
            .Closes("ACME", ("2024-01-02", 100m), ("2024-01-03", 102m), ("2024-01-04", 101m), ("2024-01-05", 104m))
            .Closes("INDEX", ("2024-01-02", 100m), ("2024-01-03", 102m), ("2024-01-04", 101m), ("2024-01-05", 104m))
            .Rate("EUR", "USD", ("2024-01-02", 1.10m));

        var performance = PerformanceAnalysis.Of(market.HistoryOf(ledger, "2024-01-05"), benchmark: market.Benchmark("INDEX"));

        // The same closes at an unchanging rate are the same returns.
        Assert.Equal(0.04, performance.Benchmark!.Return!.Value, 12);
        Assert.Equal(1, performance.Benchmark.Beta!.Value, 10);
        Assert.Equal(1, performance.Benchmark.Correlation!.Value, 10);
        Assert.Equal([0, 0.02, 0.01, 0.04], performance.Series.Select(point => double.Round(point.BenchmarkReturn!.Value, 12)));
    }

    [Fact]
    public void A_benchmark_without_closes_is_told_and_fails_nothing()
    {
        var ledger = A.Ledger().Deposits(100m, "2024-01-02");
        var market = new MarketStory().Closes("INDEX", ("2024-02-02", 100m));

        var performance = PerformanceAnalysis.Of(market.HistoryOf(ledger, "2024-01-05"), benchmark: market.Benchmark("INDEX"));

        Assert.Null(performance.Benchmark!.Return);
        Assert.Contains(performance.DataIssues, issue => issue.Code == DataIssue.PriceMissing && issue.Asset == A.AssetId("INDEX"));
    }

    [Fact]
    public void What_happens_at_a_weekend_belongs_to_monday_unless_everything_trades_then()
    {
        var market = new MarketStory()
            .Closes("ACME", ("2024-01-05", 100m), ("2024-01-08", 100m), ("2024-01-09", 100m))
            .Closes("COIN", ("2024-01-05", 100m), ("2024-01-06", 110m), ("2024-01-07", 121m), ("2024-01-08", 121m));
        var coin = A.Ledger().Deposits(100m, "2024-01-05").Buys(1, "COIN", "2024-01-05", at: 100m);
        var both = A.Ledger().Deposits(200m, "2024-01-05").Buys(1, "COIN", "2024-01-05", at: 100m).Buys(1, "ACME", "2024-01-05", at: 100m);

        // 121 and 100 of 200 on Monday: a gain of 21.
        Assert.Equal([0.1, 0.1, 0], Of(market, coin, "2024-01-08").DailyReturns.Select(value => double.Round(value, 12)));
        Assert.Equal([0.105, 0], Of(market, both, "2024-01-09").DailyReturns.Select(value => double.Round(value, 12)));
    }

    [Fact]
    public void Nothing_at_all_has_no_performance_and_says_why()
    {
        var performance = Of(new MarketStory(), A.Ledger(), "2024-01-05");

        Assert.Null(performance.TimeWeightedReturn);
        Assert.Null(performance.MoneyWeightedReturn);
        Assert.Null(performance.Gain.Ratio);
        Assert.Null(performance.MaxDrawdown);
        Assert.Equal((0m, 0m), (performance.ValueChange.Start, performance.ValueChange.End));
        Assert.Empty(performance.Series);
        Assert.Equal(
            ["HISTORY_TOO_SHORT", "HISTORY_TOO_SHORT", "NO_SIGN_CHANGE"],
            performance.DataIssues.Select(issue => issue.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_period_ends_no_earlier_than_it_begins() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PerformanceAnalysis.Of(
            new MarketStory().HistoryOf(A.Ledger().Deposits(1, "2024-01-02"), "2024-01-05"), A.Day("2024-01-04"), A.Day("2024-01-03")));

    private static PerformanceAnalysis Of(MarketStory market, LedgerBuilder ledger, string to) =>
        PerformanceAnalysis.Of(market.HistoryOf(ledger, to));
}
