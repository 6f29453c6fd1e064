using System.Diagnostics;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Performance;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Investr.TestKit;

namespace Investr.Domain.Tests.Portfolios;

public sealed class LargeLedgerTests
{
    private const int Entries = 50_000;

    // A cost that grew with the square of the entries would take minutes here; a straight one takes well under a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(250, CostBasisMethod.Fifo)]
    [InlineData(1, CostBasisMethod.Fifo)]
    [InlineData(1, CostBasisMethod.Lifo)]
    [InlineData(1, CostBasisMethod.Hifo)]
    [InlineData(1, CostBasisMethod.Average)]
    public void Fifty_thousand_entries_are_recorded_and_replayed_in_one_go(int assets, CostBasisMethod method)
    {
        var entries = Story(assets).ToList();
        var started = Stopwatch.GetTimestamp();

        var ledger = new Ledger([]);
        ledger.RecordAll(entries);
        var positions = Replay.Of(ledger, method);

        // Of every four entries three buy 4 units and one sells 3: 12 - 3 = 9 are left.
        Assert.Equal(Entries / 4 * 9m, positions.Holdings.Sum(holding => holding.Quantity.Units));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Patience);
    }

    [Theory]
    [InlineData(250, true)]
    [InlineData(1, true)]
    [InlineData(1, false)]
    public void Twelve_years_of_fifty_thousand_entries_are_valued_day_by_day_in_one_go(int assets, bool arePriced)
    {
        var ledger = new Ledger([]);
        ledger.RecordAll([.. Story(assets)]);
        var (first, last) = (ledger.Current[0].TradeDate, ledger.Current[^1].TradeDate);
        var days = Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber).ToArray();
        var known = Enumerable.Range(0, assets).Select(number => A.Asset($"A{number}")).ToDictionary(asset => asset.Id);
        var prices = arePriced
            ? known.Keys.ToDictionary(id => id, id => new PriceSeries(id, days.Select(day => new PricePoint(day, 12m))))
            : [];
        var started = Stopwatch.GetTimestamp();

        var history = ValueHistory.Of(
            ledger, CostBasisMethod.Average, new(known, prices, ExchangeRates.None), Currency.Usd, last);
        var performance = PerformanceAnalysis.Of(history);

        // 9 of every 12 units are left, each worth 12 where that is known.
        Assert.Equal(days.Length, performance.Series.Count);
        if (arePriced) Assert.Equal(Entries / 4 * 9m * 12, performance.ValueChange.End - Replay.Of(ledger, CostBasisMethod.Average).Cash[0].Amount);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Patience);
    }

    private static IEnumerable<Transaction> Story(int assets)
    {
        var symbols = Enumerable.Range(0, assets).Select(number => A.AssetId($"A{number}")).ToArray();
        var template = (Buy)A.Ledger().Buys(4, "ACME", "2010-01-04", at: 10m, fee: 1m).Last;
        var sale = (Sell)A.Ledger().Buys(4, "ACME", "2010-01-04").Sells(3, "ACME", "2010-01-04", at: 11m, fee: 1m).Last;

        for (var number = 0; number < Entries; number++)
        {
            var (asset, day) = (symbols[number / 4 % assets], template.TradeDate.AddDays(number / 12));
            var price = 10m + number % 17;
            var at = new DateTimeOffset(day, default, TimeSpan.Zero);
            yield return number % 4 == 3
                ? sale with { Id = TransactionId.New(at), Asset = asset, TradeDate = day, RecordedAt = at }
                : template with { Id = TransactionId.New(at), Asset = asset, TradeDate = day, RecordedAt = at, UnitPrice = price };
        }
    }
}
