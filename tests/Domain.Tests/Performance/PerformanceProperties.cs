using FsCheck;
using FsCheck.Fluent;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Performance;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Investr.TestKit;
using Replay = Investr.Domain.Portfolios.Replay;

namespace Investr.Domain.Tests.Performance;

/// <summary>What holds for every history. Numbers make the story: two assets, two currencies, a close a weekday, an entry a number.</summary>
public sealed class PerformanceProperties
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    [Fact]
    public void The_parts_of_the_change_add_up_to_the_last_digit_over_any_period() => ForAny((numbers, from) =>
    {
        var history = HistoryOf(numbers, scale: 1);
        var change = PerformanceAnalysis.Of(history, Start.AddDays(from % (numbers.Length + 3))).ValueChange;

        return change.Start + change.Contributions - change.Withdrawals + change.MarketGain + change.CurrencyGain + change.Income
            - change.Fees - change.Taxes == change.End;
    });

    [Fact]
    public void A_history_ends_with_what_the_valuation_tells() => ForAny((numbers, _) =>
    {
        var (ledger, market) = (LedgerOf(numbers, scale: 1), MarketOf(numbers));
        var end = Start.AddDays(numbers.Length + 3);
        var at = new DateTimeOffset(end, new TimeOnly(21, 0), TimeSpan.Zero);
        var quotes = market.Prices.Values
            .Select(prices => new Quote(
                prices.Asset, prices.AsOf(end)!.Value.Close, market.Assets[prices.Asset].Currency, at, QuoteFreshness.EndOfDay, "test"))
            .ToDictionary(quote => quote.Asset);

        var value = Valuer.Value(Replay.Of(ledger, CostBasisMethod.Fifo), new(at, market.Assets, quotes, market.Rates), Currency.Usd);
        var last = ValueHistory.Of(ledger, CostBasisMethod.Fifo, market, Currency.Usd, end).Between()[^1];

        return Close(value.TotalValue, last.Value) && Close(value.NetContributions, last.NetContributions);
    });

    [Fact]
    public void A_hundred_times_the_amounts_are_the_same_ratios() => ForAny((numbers, _) =>
    {
        var (once, often) = (PerformanceAnalysis.Of(HistoryOf(numbers, 1)), PerformanceAnalysis.Of(HistoryOf(numbers, 100)));

        return Close(100 * once.Gain.Amount, often.Gain.Amount) && Close(once.Gain.Ratio, often.Gain.Ratio)
            && Close(once.TimeWeightedReturn, often.TimeWeightedReturn) && Close(once.MoneyWeightedReturn, often.MoneyWeightedReturn)
            && Close(once.Volatility, often.Volatility) && Close(once.SharpeRatio, often.SharpeRatio)
            && Close(once.MaxDrawdown?.Depth, often.MaxDrawdown?.Depth);
    });

    [Fact]
    public void Returns_of_two_halves_chain_to_that_of_the_whole() => ForAny((numbers, cut) =>
    {
        var history = HistoryOf(numbers, 1);
        var middle = Start.AddDays(1 + cut % (numbers.Length + 2));
        var (first, second) = (PerformanceAnalysis.Of(history, to: middle), PerformanceAnalysis.Of(history, from: middle));

        return Close(
            (1 + first.TimeWeightedReturn.GetValueOrDefault()) * (1 + second.TimeWeightedReturn.GetValueOrDefault()) - 1,
            PerformanceAnalysis.Of(history).TimeWeightedReturn);
    });

    [Fact]
    public void The_order_in_which_the_entries_of_a_day_arrive_changes_no_total() => ForAny((numbers, _) =>
    {
        // In one currency, because an average is taken of what was paid for in the same one.
        var entries = LedgerOf(numbers, 1).Entries.Select(entry => entry with { TradeDate = Start, Currency = Currency.Usd }).ToArray();
        var (there, back) = (new Ledger([]), new Ledger([]));
        there.RecordAll(entries);
        back.RecordAll([.. entries.Reverse()]);
        var (one, other) = (Replay.Of(there, CostBasisMethod.Average), Replay.Of(back, CostBasisMethod.Average));

        return one.Cash.SequenceEqual(other.Cash)
            && one.Holdings.Sum(holding => holding.Quantity.Units) == other.Holdings.Sum(holding => holding.Quantity.Units)
            && Close(Realized(one), Realized(other));
    });

    [Fact]
    public void When_all_is_sold_every_method_has_made_the_same_in_any_currency() => ForAny((numbers, _) =>
    {
        var (ledger, market) = (LedgerOf(numbers, 1), MarketOf(numbers));
        var end = Start.AddDays(numbers.Length);
        foreach (var holding in Replay.Of(ledger, CostBasisMethod.Fifo).Holdings)
        {
            ledger.Record(Common(new Sell
            {
                Id = default,
                TradeDate = end,
                Currency = Currency.Eur,
                RecordedAt = default,
                Asset = holding.Asset,
                Quantity = holding.Quantity,
                UnitPrice = 7.77m,
            }));
        }

        var totals = Enum.GetValues<CostBasisMethod>().Select(method =>
            RealizedGains.Of(Replay.Of(ledger, method), market.Rates, Currency.Usd).Sum(gain => gain.Gain.Amount)).ToArray();
        return totals.All(total => Close(total, totals[0]));
    });

    private static decimal Realized(Positions positions) => positions.RealizedGains.Sum(gain => gain.Proceeds.Amount - gain.CostBasis.Amount);

    private static void ForAny(Func<int[], int, bool> holds) =>
        Prop.ForAll<NonEmptyArray<PositiveInt>, PositiveInt>((numbers, other) =>
            holds([.. numbers.Get.Select(number => number.Get * 7919 % 100_003)], other.Get)).QuickCheckThrowOnFailure();

    private static ValueHistory HistoryOf(int[] numbers, decimal scale) => ValueHistory.Of(
        LedgerOf(numbers, scale), CostBasisMethod.Fifo, MarketOf(numbers), Currency.Usd, Start.AddDays(numbers.Length + 3));

    private static MarketHistory MarketOf(int[] numbers)
    {
        Asset[] assets = [A.Asset("ACME"), A.Asset("SAP", currency: "EUR")];
        PricePoint[] closes =
        [
            .. numbers.Select((number, day) => new PricePoint(Start.AddDays(day), 5 + number % 37 / 10m))
                .Where(point => point.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
        ];
        var rates = numbers.Select((number, day) => new ExchangeRate(Currency.Eur, Currency.Usd, Start.AddDays(day), 1 + number % 13 / 100m));
        return new(
            assets.ToDictionary(asset => asset.Id),
            assets.ToDictionary(asset => asset.Id, asset => new PriceSeries(asset.Id, closes)),
            new ExchangeRates(rates));
    }

    private static Ledger LedgerOf(int[] numbers, decimal scale)
    {
        var ledger = new Ledger([]);
        var held = 0m;
        foreach (var (day, number) in numbers.Index())
        {
            var entry = EntryOf(number, Start.AddDays(day), scale, held);
            if (entry is Buy { Asset: var bought } buy && bought == A.AssetId("SAP")) held += buy.Quantity.Units;
            if (entry is Sell sale) held -= sale.Quantity.Units;
            ledger.Record(Common(entry));
        }

        return ledger;
    }

    // Purchases of both assets, sales of one of them, deposits, withdrawals and dividends, in dollars and in euros.
    private static Transaction EntryOf(int number, DateOnly day, decimal scale, decimal held)
    {
        var (currency, units, price) = (number % 2 == 0 ? Currency.Usd : Currency.Eur, (number % 97 + 1) * scale, 5 + number % 41 / 10m);
        var (asset, charge) = (A.AssetId(number % 3 == 0 ? "ACME" : "SAP"), number % 7 / 10m * scale);
        return (number % 11) switch
        {
            0 or 1 => new Deposit { Id = default, TradeDate = day, Currency = currency, RecordedAt = default, Amount = 100 * units },
            2 => new Withdrawal { Id = default, TradeDate = day, Currency = currency, RecordedAt = default, Amount = units },
            3 => new Dividend
            {
                Id = default,
                TradeDate = day,
                Currency = currency,
                RecordedAt = default,
                Amount = units,
                Tax = charge,
                Asset = asset,
            },
            4 or 5 when held > 0 => new Sell
            {
                Id = default,
                TradeDate = day,
                Currency = currency,
                RecordedAt = default,
                Asset = A.AssetId("SAP"),
                Quantity = held / 4,
                UnitPrice = price,
                Fee = charge,
            },
            _ => new Buy
            {
                Id = default,
                TradeDate = day,
                Currency = currency,
                RecordedAt = default,
                Asset = asset,
                Quantity = units,
                UnitPrice = price,
                Fee = charge,
            },
        };
    }

    private static Transaction Common(Transaction entry)
    {
        var at = new DateTimeOffset(entry.TradeDate, new TimeOnly(18, 0), TimeSpan.Zero);
        return entry with { Id = TransactionId.New(at), RecordedAt = at };
    }

    // Divisions end after 28 digits, so sums may differ far behind the last cent.
    private static bool Close(decimal left, decimal right) => Math.Abs(left - right) <= 0.000_000_001m * Math.Max(1, Math.Abs(left));

    private static bool Close(double? left, double? right) =>
        left is null == right is null && (left is null || Math.Abs(left.Value - right!.Value) <= 1e-7 * Math.Max(1, Math.Abs(left.Value)));
}
