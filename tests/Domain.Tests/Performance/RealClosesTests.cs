using System.Globalization;
using Investr.Domain.Market;
using Investr.Domain.Performance;
using Investr.TestKit;

namespace Investr.Domain.Tests.Performance;

/// <summary>Real closes as they were quoted, across two splits; skipped where the data is not at hand.</summary>
public sealed class RealClosesTests
{
    [Fact]
    public void Apple_held_across_its_splits_is_worth_its_units_at_the_closes_of_the_days()
    {
        var closes = Closes("AAPL").Where(point => point.Date >= A.Day("2014-01-02") && point.Date <= A.Day("2020-12-31")).ToArray();
        var ledger = A.Ledger().Deposits(5_531.30m, "2014-01-02").Buys(10, "AAPL", "2014-01-02", at: 553.13m)
            .Splits("AAPL", 7, 1, "2014-06-09").Splits("AAPL", 4, 1, "2020-08-31");

        var history = new MarketStory().Closes("AAPL", closes).HistoryOf(ledger, "2020-12-31");
        var performance = PerformanceAnalysis.Of(history);

        // 10 units became 70, then 280. No day of a split is a day of a fall.
        Assert.Equal(280 * closes[^1].Close, history.Between()[^1].Value);
        Assert.InRange(performance.DailyReturns.Min(), -0.15, 0);
        Assert.InRange(performance.DailyReturns.Max(), 0, 0.15);

        // 280 times the last close for 10 times the first; the volatility is that of the years between.
        Assert.Equal((double)(28 * closes[^1].Close / 553.13m) - 1, performance.TimeWeightedReturn!.Value, 9);
        Assert.InRange(performance.Volatility!.Value, 0.25, 0.33);
        Assert.Equal(closes.Length - 1, performance.DailyReturns.Count);
    }

    private static IEnumerable<PricePoint> Closes(string symbol)
    {
        var path = Repository.Sample(Path.Combine("market-data", "history", "ohlcv-raw", $"{symbol}.csv"));
        if (!File.Exists(path)) Assert.Skip($"The closes of {symbol} are not at hand: shared/market-data/history/ohlcv-raw.");

        return File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(fields =>
            new PricePoint(A.Day(fields[0]), decimal.Parse(fields[4], CultureInfo.InvariantCulture)));
    }
}
