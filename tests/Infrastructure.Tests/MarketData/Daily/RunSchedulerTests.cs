using Investr.Domain.Market;
using Investr.Infrastructure.Scheduling;

namespace Investr.Infrastructure.Tests.MarketData.Daily;

/// <summary>Quartz itself, over a real database; its clock is the test's.</summary>
public sealed class RunSchedulerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_close_that_passed_while_nothing_ran_is_caught_up_once()
    {
        await using var world = await DailyWorld.CreateAsync(assets: 3, new StubSource());

        // New York closes on 12 June at 20:00 UTC. Down then, up on the 13th at noon.
        await StartedAsync(world, after: TimeSpan.Zero);
        Assert.Empty(await RunsAsync(world, "NYSE"));
        await DownAsync(world);

        await StartedAsync(world, after: TimeSpan.FromDays(1));
        await UntilAsync(async () => (await RunsAsync(world, "NYSE")).Any(run => run.Status == RunStatus.Succeeded));
        await DownAsync(world);

        // Up again on the same day, nothing is done twice.
        var scheduler = await StartedAsync(world, after: TimeSpan.FromDays(1));
        await scheduler.WakeAsync(TestContext.Current.CancellationToken);
        await UntilAsync(async () => await world.Runs.FindOpenAsync(TestContext.Current.CancellationToken) is null);
        await scheduler.StopAsync(TestContext.Current.CancellationToken);

        var run = Assert.Single(await RunsAsync(world, "NYSE"));
        Assert.Equal((new DateOnly(2024, 6, 12), 3), (run.Day, run.AssetsUpdated));
    }

    [Fact]
    public async Task A_run_that_was_cut_off_is_finished_after_the_next_start()
    {
        await using var world = await DailyWorld.CreateAsync(assets: 3, new StubSource());
        var run = MarketDataRun.Asked([], world.Clock.Now);
        await world.Runs.TryBeginAsync(run, note: null, TestContext.Current.CancellationToken);

        await StartedAsync(world, after: TimeSpan.Zero);

        await UntilAsync(async () => (await world.Runs.FindAsync(run.Id, TestContext.Current.CancellationToken))!.Status == RunStatus.Succeeded);
        await DownAsync(world);
    }

    // The scheduler begins some seconds after the host; a part of a minute on, it has.
    private static async Task<RunScheduler> StartedAsync(DailyWorld world, TimeSpan after)
    {
        world.Clock.Advance(after);
        var scheduler = world.Get<RunScheduler>();
        await scheduler.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() =>
        {
            world.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return Task.FromResult(scheduler.IsFilled);
        });
        return scheduler;
    }

    private static async Task DownAsync(DailyWorld world)
    {
        await world.Get<RunScheduler>().StopAsync(TestContext.Current.CancellationToken);
        await world.RestartAsync();
    }

    private static async Task<IReadOnlyList<MarketDataRun>> RunsAsync(DailyWorld world, string exchange) =>
        [.. (await world.Runs.ListAsync(100, TestContext.Current.CancellationToken)).Where(run => run.Exchange == exchange)];

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!await happened()) await Task.Delay(20, patience.Token);
    }
}
