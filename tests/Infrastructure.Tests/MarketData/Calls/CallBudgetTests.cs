using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Calls;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Calls;

public sealed class CallBudgetTests
{
    private static readonly Urgency Now = new(TimeSpan.Zero, TimeSpan.FromSeconds(1), Share: 1);

    // Five past noon, UTC.
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 10, 12, 5, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_span_ever_holds_more_than_its_limit(int seed)
    {
        CallLimit[] limits = [new(LimitWindow.Second, 5), new(LimitWindow.Minute, 40), new(LimitWindow.Hour, 300), new(LimitWindow.Day, 1_000)];
        var lengths = new[] { TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1) };
        var budget = new CallBudget(limits, _clock);
        var random = new Random(seed);
        List<(DateTimeOffset At, int Credits)> taken = [];

        for (var i = 0; i < 3_000; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(random.Next(0, 40_000) * random.Next(0, 3) / 2.0));
            var credits = random.Next(1, 6);
            if (await budget.TakeAsync(credits, Now, CancellationToken.None)) taken.Add((_clock.Now, credits));
        }

        foreach (var (at, _) in taken)
        {
            for (var i = 0; i < lengths.Length; i++)
            {
                var sum = taken.Where(one => one.At <= at && one.At > at - lengths[i]).Sum(one => one.Credits);
                Assert.True(sum <= limits[i].Credits, $"{sum} in the {limits[i].Window} before {at}");
            }
        }

        Assert.All(taken.GroupBy(one => one.At.UtcDateTime.Date), day => Assert.True(day.Sum(one => one.Credits) <= 1_000));
        // It is no use if it gives nothing: some day, and some minute, was used up.
        Assert.Contains(taken.GroupBy(one => one.At.UtcDateTime.Date), day => day.Sum(one => one.Credits) > 990);
    }

    [Fact]
    public async Task Who_has_the_patience_waits_for_a_turn()
    {
        var budget = new CallBudget([new(LimitWindow.Minute, 8)], _clock);
        Assert.True(await budget.TakeAsync(8, Now, CancellationToken.None));

        Assert.False(await budget.TakeAsync(1, Now with { Patience = TimeSpan.FromSeconds(59) }, CancellationToken.None));
        var patient = budget.TakeAsync(1, Now with { Patience = TimeSpan.FromSeconds(60) }, CancellationToken.None).AsTask();
        Assert.False(patient.IsCompleted);

        Assert.True(await _clock.PassUntilAsync(patient, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task What_does_not_fit_takes_nothing()
    {
        var budget = new CallBudget([new(LimitWindow.Minute, 8), new(LimitWindow.Day, 10)], _clock);
        await budget.TakeAsync(7, Now, CancellationToken.None);

        Assert.False(await budget.TakeAsync(2, Now, CancellationToken.None));

        Assert.Equal([1, 3], budget.Left().Select(limit => limit.Left));
    }

    [Fact]
    public async Task A_call_that_costs_more_than_a_limit_is_not_waited_for()
    {
        var budget = new CallBudget([new(LimitWindow.Minute, 8)], _clock);

        Assert.False(await budget.TakeAsync(9, Urgency.Background, CancellationToken.None));
    }

    [Fact]
    public async Task A_day_ends_at_midnight_where_the_source_is()
    {
        // New York's midnight is 04:00 UTC in summer, which began on the eighth of March.
        var budget = new CallBudget([new(LimitWindow.Day, 1) { Zone = "America/New_York" }], _clock);
        await budget.TakeAsync(1, Now, CancellationToken.None);

        _clock.Advance(new TimeSpan(15, 54, 59));
        Assert.False(await budget.TakeAsync(1, Now, CancellationToken.None));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await budget.TakeAsync(1, Now, CancellationToken.None));
    }

    [Fact]
    public async Task A_month_ends_with_the_month()
    {
        var budget = new CallBudget([new(LimitWindow.Month, 1)], _clock);
        await budget.TakeAsync(1, Now, CancellationToken.None);

        _clock.Advance(TimeSpan.FromDays(21));
        Assert.False(await budget.TakeAsync(1, Now, CancellationToken.None));
        _clock.Advance(TimeSpan.FromHours(12));
        Assert.True(await budget.TakeAsync(1, Now, CancellationToken.None));
    }

    [Fact]
    public async Task The_sources_own_word_counts_until_it_counts_anew()
    {
        var budget = new CallBudget([new(LimitWindow.Minute, 8), new(LimitWindow.Day, 800)], _clock);
        await budget.TakeAsync(1, Now, CancellationToken.None);

        // Somebody else uses the key as well.
        budget.Correct(new CreditsLeft(LimitWindow.Minute, 2));
        budget.Correct(new CreditsLeft(LimitWindow.Day, 100));
        Assert.Equal([2, 100], budget.Left().Select(limit => limit.Left));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([8, 100], budget.Left().Select(limit => limit.Left));
        _clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal([8, 800], budget.Left().Select(limit => limit.Left));
    }

    [Fact]
    public async Task A_source_that_sees_more_left_is_not_believed_for_calls_may_be_on_their_way()
    {
        var budget = new CallBudget([new(LimitWindow.Minute, 8)], _clock);
        await budget.TakeAsync(6, Now, CancellationToken.None);

        budget.Correct(new CreditsLeft(LimitWindow.Minute, 7));

        Assert.Equal([2], budget.Left().Select(limit => limit.Left));
    }

    [Fact]
    public async Task While_it_is_held_nothing_is_taken()
    {
        var budget = new CallBudget([], _clock);
        budget.HoldFor(TimeSpan.FromSeconds(30));

        Assert.False(await budget.TakeAsync(1, Now, CancellationToken.None));
        Assert.Equal(_clock.Now.AddSeconds(30), budget.HeldUntil);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await budget.TakeAsync(1, Now, CancellationToken.None));
        Assert.Null(budget.HeldUntil);
    }

    [Fact]
    public async Task What_nobody_waits_for_leaves_three_tenths_of_a_day_to_those_who_do()
    {
        var budget = new CallBudget([new(LimitWindow.Minute, 100), new(LimitWindow.Day, 100)], _clock);

        // 100 less three tenths.
        Assert.True(await budget.TakeAsync(70, Urgency.Background, CancellationToken.None));
        Assert.False(await budget.TakeAsync(1, Urgency.Background, CancellationToken.None));
        Assert.True(await budget.TakeAsync(30, Now, CancellationToken.None));
    }
}
