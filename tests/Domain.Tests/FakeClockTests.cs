using Investr.TestKit;

namespace Investr.Domain.Tests;

/// <summary>Time-outs and intervals are tested with this clock, so it must itself be right.</summary>
public sealed class FakeClockTests
{
    [Fact]
    public void Time_stands_still_until_it_is_moved()
    {
        var clock = new FakeClock();
        var (before, stamp) = (clock.Now, clock.GetTimestamp());

        clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(before.AddSeconds(90), clock.Now);
        Assert.Equal(TimeSpan.FromSeconds(90), clock.GetElapsedTime(stamp));
    }

    [Fact]
    public void Timers_ring_in_the_order_of_their_times_and_see_their_own_time()
    {
        var clock = new FakeClock();
        var start = clock.Now;
        List<(string Name, double Seconds)> rung = [];
        TimerCallback Note(string name) => _ => rung.Add((name, (clock.Now - start).TotalSeconds));
        using var slow = clock.CreateTimer(Note("slow"), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var quick = clock.CreateTimer(Note("quick"), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(6));
        quick.Dispose();
        clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal([("quick", 2.0), ("quick", 4.0), ("slow", 5.0), ("quick", 6.0)], rung);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_says_so()
    {
        var clock = new FakeClock();
        var delay = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);

        clock.Advance(TimeSpan.FromMinutes(1));
        await delay;
    }
}
