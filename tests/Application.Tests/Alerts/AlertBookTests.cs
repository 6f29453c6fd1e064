using Investr.Application.Alerts;
using Investr.Domain.Alerts;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Users;
using Investr.TestKit;

namespace Investr.Application.Tests.Alerts;

public sealed class AlertBookTests
{
    private static readonly DateTimeOffset Start = new FakeClock().Now;
    private static readonly AssetId Acme = A.AssetId("ACME");

    private readonly AlertBook _book = new();
    private int _second;

    [Fact]
    public void A_price_tells_the_alerts_that_it_passes_and_no_others()
    {
        var above = Enumerable.Range(100, 100).Select(level => Added(AlertCondition.PriceAbove, level)).ToArray();
        var below = Enumerable.Range(1, 99).Select(level => Added(AlertCondition.PriceBelow, level)).ToArray();

        Assert.Empty(Told(99.5m));

        // Above 102.5 are 100, 101 and 102; the next price passes 103, and back at 101 wait 101, 102 and 103 again.
        Assert.Equal(above[..3], Told(102.5m));
        Assert.Equal([above[3]], Told(104));
        Assert.Equal([above[3], above[2], above[1]], Told(101));
        Assert.Equal([above[0], .. below[96..].Reverse()], Told(96.5m).Order(ByPlaceIn([above[0], .. below[96..].Reverse()])));
    }

    [Fact]
    public void What_finds_no_room_is_told_with_the_next_price()
    {
        var first = Added(AlertCondition.PriceAbove, 100);
        var second = Added(AlertCondition.PriceAbove, 101);

        Assert.Equal([first], Told(105, room: 1));
        Assert.Equal([second], Told(105));
        Assert.Empty(Told(105));
    }

    [Fact]
    public void It_agrees_with_alerts_that_look_at_every_price()
    {
        var random = new Random(7);
        var conditions = Enum.GetValues<AlertCondition>();
        var alerts = Enumerable.Range(0, 300).Select(_ =>
        {
            var condition = conditions[random.Next(3)];
            return Alert(condition, condition == AlertCondition.DayChangeExceeds ? random.Next(1, 30) / 100m : random.Next(70, 130));
        }).ToArray();
        foreach (var alert in alerts) _book.Add(alert);
        var kept = alerts.ToDictionary(alert => alert.Id);
        var fired = 0;

        // Each alert has a twin that is asked at every price; the kept one is asked only where the book tells of it.
        var twins = alerts.ToDictionary(alert => alert.Id, alert => Alert(alert.Condition, alert.Threshold));
        for (var step = 0; step < 500; step++)
        {
            var quote = Quote(random.Next(60, 140)) with { AsOf = Start.AddHours(step) };
            HashSet<PriceAlertId> firing = [];
            _book.Offer(quote, crossing =>
            {
                if (kept[crossing.Alert].Notice(quote)) firing.Add(crossing.Alert);
                return true;
            });

            Assert.Equal(twins.Where(twin => twin.Value.Notice(quote)).Select(twin => twin.Key).Order(ById), firing.Order(ById));
            fired += firing.Count;
        }

        Assert.True(fired > 1_000);
    }

    [Fact]
    public void Nothing_is_told_of_what_was_taken_out_nor_by_an_older_price()
    {
        var alert = Added(AlertCondition.PriceAbove, 100);
        Told(50);

        _book.Offer(Quote(105) with { AsOf = Start }, _ => throw new InvalidOperationException());
        Assert.Equal(Acme, _book.Remove(alert));

        Assert.Empty(Told(105));
        Assert.Null(_book.Remove(alert));
    }

    [Fact]
    public void A_tick_costs_what_it_tells_however_many_alerts_there_are()
    {
        foreach (var level in Enumerable.Range(1_000, 100_000)) Added(AlertCondition.PriceAbove, level);
        Told(500);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var tick = 0; tick < 100; tick++) Told(500 + tick);

        // A pass over the alerts would need an enumerator, a copy or seconds; 100 quotes and their lists need some kilobytes.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000);
    }

    private static Comparer<PriceAlertId> ById => Comparer<PriceAlertId>.Create((left, right) => left.Value.CompareTo(right.Value));

    private static Comparer<PriceAlertId> ByPlaceIn(PriceAlertId[] order) =>
        Comparer<PriceAlertId>.Create((left, right) => Array.IndexOf(order, left).CompareTo(Array.IndexOf(order, right)));

    private PriceAlertId Added(AlertCondition condition, decimal threshold)
    {
        var alert = Alert(condition, threshold);
        _book.Add(alert);
        return alert.Id;
    }

    private List<PriceAlertId> Told(decimal price, int room = int.MaxValue)
    {
        List<PriceAlertId> told = [];
        _book.Offer(Quote(price), crossing =>
        {
            if (told.Count == room) return false;
            told.Add(crossing.Alert);
            return true;
        });
        return told;
    }

    private static PriceAlert Alert(AlertCondition condition, decimal threshold) =>
        PriceAlert.Create(new UserId(Guid.Empty), Acme, condition, threshold, Start);

    private Quote Quote(decimal price) =>
        new(Acme, price, Currency.Usd, Start.AddSeconds(++_second), QuoteFreshness.Live, "test") { PreviousClose = 100 };
}
