using FsCheck;
using FsCheck.Fluent;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Calls;

namespace Investr.Infrastructure.Tests.MarketData.Calls;

public sealed class CallPackingTests
{
    [Fact]
    public void Every_listing_is_in_exactly_one_call_that_fits_and_can_be_paid_for() =>
        Prop.ForAll<int[], PositiveInt, NonNegativeInt>((numbers, symbols, cost) =>
        {
            var offer = new Offer(symbols.Get % 60 + 1) { CreditsASymbol = cost.Get % 4 };
            var mostCredits = 10 + (symbols.Get % 90);
            var asked = numbers.Select(number => SimulatedWorld.Listing($"S{number}")).ToArray();

            var calls = CallPacking.Pack(asked, offer, mostCredits).ToArray();

            return calls.SelectMany(call => call).Order(ByAsset).SequenceEqual(asked.Distinct().Order(ByAsset))
                && calls.All(call => call.Length <= offer.SymbolsACall && offer.CostOf(call.Length) <= mostCredits);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void They_are_as_few_as_can_be()
    {
        var asked = Enumerable.Range(0, 120).Select(number => SimulatedWorld.Listing($"S{number}")).ToArray();

        Assert.Equal([50, 50, 20], CallPacking.Pack(asked, new Offer(50), int.MaxValue).Select(call => call.Length));
        // 8 credits a minute at one a symbol, the call itself free.
        Assert.Equal(15, CallPacking.Pack(asked, new Offer(50) { CreditsACall = 0, CreditsASymbol = 1 }, 8).Count());
    }

    [Fact]
    public void A_span_is_cut_where_an_answer_would_be()
    {
        var (from, to, today) = (new DateOnly(2024, 2, 27), new DateOnly(2024, 3, 3), new DateOnly(2024, 3, 4));

        // 12 rows for two listings are six days; the span has six, the leap day among them.
        Assert.Equal([(from, to)], CallPacking.Spans(from, to, today, new Offer(50) { RowsACall = 12 }, 2));
        Assert.Equal(
            [(from, new DateOnly(2024, 2, 29)), (new DateOnly(2024, 3, 1), to)],
            CallPacking.Spans(from, to, today, new Offer(50) { DaysACall = 3 }, 2));
        // Three days back from the fourth is the first.
        Assert.Equal([(new DateOnly(2024, 3, 1), to)], CallPacking.Spans(from, to, today, new Offer(50) { DaysBack = 3 }, 2));
        Assert.Empty(CallPacking.Spans(from, to.AddDays(-3), today, new Offer(50) { DaysBack = 3 }, 2));
    }

    private static Comparer<Listing> ByAsset { get; } = Comparer<Listing>.Create((one, other) => one.Asset.Value.CompareTo(other.Asset.Value));
}
