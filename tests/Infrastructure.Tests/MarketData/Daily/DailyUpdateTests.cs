using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Tests.MarketData.Daily;

public sealed class DailyUpdateTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_assets_at_fifty_a_call_are_twenty_calls()
    {
        var source = new StubSource(symbolsACall: 50);
        await using var world = await DailyWorld.CreateAsync(assets: 1_000, source);

        var rates = await world.RunAfterAsync("TARGET", "2024-06-11");
        var run = await world.RunAfterAsync("NYSE", "2024-06-11");

        // The rates of the day are there already, and 1,000 / 50 = 20.
        Assert.Equal((1, 20, 1_000), (rates!.ProviderCalls, run!.ProviderCalls, run.AssetsUpdated));
        Assert.Equal(21, source.Calls.Count);

        // From 6 to 11 June 2024 there are four weekdays.
        await using var context = await world.ContextAsync();
        Assert.Equal(4_000, await context.Prices.CountAsync(Cancelled));
    }

    [Fact]
    public async Task A_source_that_is_down_the_whole_run_leaves_the_rest_updated_and_its_symbols_named()
    {
        var down = new StubSource("down") { Covered = listing => listing.Symbol.EndsWith('0'), Capabilities = new() { History = new(50) }, Interfere = Unreachable };
        var up = new StubSource("up") { Covered = listing => !listing.Symbol.EndsWith('0') };
        await using var world = await DailyWorld.CreateAsync(assets: 40, down, up);

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.Partial, 36, 4), (run.Status, run.AssetsUpdated, run.AssetsFailed));
        Assert.Equal(["S00000", "S00010", "S00020", "S00030"], run.Failures.Select(failure => failure.Symbol).Order());
        Assert.Contains("S00010", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rates_that_cannot_be_had_keep_no_asset_from_being_updated()
    {
        var silent = new StubSource("silent") { Covered = _ => false, Interfere = Unreachable, Capabilities = new() { Rates = new(1) } };
        var up = new StubSource("up") { Capabilities = new() { History = new(50) } };
        await using var world = await DailyWorld.CreateAsync(assets: 3, silent, up);

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.Partial, 3, 0), (run.Status, run.AssetsUpdated, run.AssetsFailed));
        Assert.Equal("exchange rates", Assert.Single(run.Failures).Symbol);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_goes_on_behind_what_is_done()
    {
        var source = new StubSource(symbolsACall: 500);
        await using var world = await DailyWorld.CreateAsync(assets: 2_500, source);
        using var process = new CancellationTokenSource();
        source.Interfere = () =>
        {
            // Rates, two calls for the first thousand, and into the second.
            if (source.Calls.Count < 4) return;
            process.Cancel();
            process.Token.ThrowIfCancellationRequested();
        };
        var run = MarketDataRun.Asked([], world.Clock.Now);
        await world.Runs.TryBeginAsync(run, note: null, Cancelled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Update.CarryOutAsync(run, process.Token));

        source.Interfere = null;
        await world.RestartAsync();
        var open = await world.Runs.FindOpenAsync(Cancelled);
        Assert.Equal((run.Id, 1_000, true), (open!.Id, open.AssetsUpdated, open.RatesDone));
        source.Calls.Clear();
        await world.Update.CarryOutAsync(open, Cancelled);

        // 2,500 were wanted and 1,000 were done.
        Assert.Equal((RunStatus.Succeeded, 2_500, 1_500), (open.Status, open.AssetsUpdated, source.Calls.Sum()));
        Assert.Null(await world.Runs.FindOpenAsync(Cancelled));
    }

    [Fact]
    public async Task Of_two_runs_at_a_time_one_begins_and_no_close_has_two()
    {
        await using var world = await DailyWorld.CreateAsync(assets: 1, new StubSource());
        var first = MarketDataRun.Asked([], world.Clock.Now);

        Assert.True(await world.Runs.TryBeginAsync(first, note: null, Cancelled));
        Assert.False(await world.Runs.TryBeginAsync(MarketDataRun.Asked([], world.Clock.Now), note: null, Cancelled));
        await world.Update.CarryOutAsync(first, Cancelled);

        Assert.NotNull(await world.RunAfterAsync("NYSE", "2024-06-11"));
        Assert.Null(await world.RunAfterAsync("NYSE", "2024-06-11"));
    }

    [Fact]
    public async Task A_restated_close_replaces_the_old_one_and_nothing_replaces_one_by_hand()
    {
        var source = new StubSource();
        await using var world = await DailyWorld.CreateAsync(assets: 1, source);
        await world.RunAsync();
        var asset = (await AssetsAsync(world))[0];
        await world.Get<IPriceStore>().WriteAsync([new(asset.Id, A.Day("2024-06-10"), 77, Currency.Usd, StoredPrice.ByHand)], Cancelled);

        source.Close = (_, _) => 101;
        await world.RunAsync();

        var closes = (await world.Get<IPriceStore>().ReadAsync([asset.Id], A.Day("2024-06-06"), A.Day("2024-06-12"), Cancelled))[asset.Id];
        Assert.Equal([(6, 101), (7, 101), (10, 77), (11, 101)], closes.Points.Select(point => (point.Date.Day, (int)point.Close)));
    }

    [Fact]
    public async Task A_close_a_hundred_times_the_one_before_is_not_believed_unless_a_split_explains_it()
    {
        var source = new StubSource { Close = (_, day) => day >= A.Day("2024-06-11") ? 10_000 : 100 };
        await using var world = await DailyWorld.CreateAsync(assets: 2, source);
        var assets = await AssetsAsync(world);
        source.Actions["S00001"] = new(assets[1].Id, [], [new(A.Day("2024-06-11"), new(1, 100))]);

        var run = await world.RunAsync();

        Assert.Equal((1, "S00000"), (run.AssetsUpdated, Assert.Single(run.Failures).Symbol));
    }

    [Fact]
    public async Task Dividends_and_splits_are_kept_with_the_asset_and_told_again_they_are_not_doubled()
    {
        var source = new StubSource();
        await using var world = await DailyWorld.CreateAsync(assets: 1, source);
        var asset = (await AssetsAsync(world))[0];
        source.Actions["S00000"] = new(asset.Id, [new(A.Day("2024-06-10"), 0.25m, Currency.Usd)], [new(A.Day("2024-06-11"), new(4, 1))]);

        await world.RunAsync();
        await world.RunAsync();

        await using var context = await world.ContextAsync();
        var dividend = (await context.Dividends.SingleAsync(Cancelled)).ToDividend();
        Assert.Equal(new AssetDividend(A.Day("2024-06-10"), 0.25m, Currency.Usd, "stub"), dividend);
        Assert.Equal([new AssetSplit(A.Day("2024-06-11"), new(4, 1))], (await AssetsAsync(world))[0].Splits);
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_is_followed_by_one_run_and_put_back_by_none()
    {
        var source = new StubSource();
        await using var world = await DailyWorld.CreateAsync(assets: 1, source);
        await world.RunAfterAsync("NYSE", "2024-06-11");

        // Three years on, the days between are not asked for one by one, nor more than thirty of them.
        world.Clock.Advance(TimeSpan.FromDays(1_096));
        source.Calls.Clear();
        var ahead = await world.RunAfterAsync("NYSE", "2027-06-11");
        Assert.Equal((1, RunStatus.Succeeded), (source.Calls.Count(symbols => symbols > 0), ahead!.Status));

        await using var context = await world.ContextAsync();
        var days = await context.Prices.Select(price => price.Date).OrderBy(day => day).ToListAsync(Cancelled);
        Assert.Equal(A.Day("2027-06-11"), days[^1]);
        Assert.True(days.Count(day => day.Year == 2027) <= 23, $"{days.Count}");
    }

    [Fact]
    public async Task A_day_that_is_not_over_has_no_close_whatever_a_source_says()
    {
        var tells = new StubSource("eager") { Close = (_, _) => 100 };
        await using var world = await DailyWorld.CreateAsync(assets: 0, tells);
        await world.WatchAsync(new AssetDetails("EARLY", "Closed", AssetType.Stock, Currency.Usd) { Exchange = "TSE" }, new("LATE", "Open still", AssetType.Stock, Currency.Usd) { Exchange = "NYSE" });

        // At noon (UTC) of 12 June Tokyo has closed and New York has not opened; both are asked for in one call until the 12th.
        await world.RunAsync();

        await using var context = await world.ContextAsync();
        var last = await context.Prices.GroupBy(price => price.AssetId).Select(asset => asset.Max(price => price.Date)).ToListAsync(Cancelled);
        Assert.Equal([A.Day("2024-06-11"), A.Day("2024-06-12")], last.Order());
        Assert.Single(tells.Calls, symbols => symbols > 0);
    }

    [Fact]
    public async Task Nobodys_own_asset_is_asked_for()
    {
        var source = new StubSource(symbolsACall: 1_000);
        await using var world = await DailyWorld.CreateAsync(assets: 3, source);
        await using var context = await world.ContextAsync();
        var owner = A.User("bob", world.Clock.Now);
        context.Add(owner);
        context.Add(Asset.Custom(AssetId.New(world.Clock.Now), owner.Id, new("HOUSE", "House", AssetType.RealEstate, Currency.Usd)));
        await context.SaveChangesAsync(Cancelled);

        var run = await world.RunAsync();

        Assert.Equal((3, 3), (run.AssetsAsked, run.AssetsUpdated));
    }

    private static void Unreachable() => throw new SourceException(SourceFault.Transient, "It is not there.");

    private static async Task<IReadOnlyList<Asset>> AssetsAsync(DailyWorld world)
    {
        await using var context = await world.ContextAsync();
        return await context.Assets.AsNoTracking().OrderBy(asset => asset.Symbol).ToListAsync(Cancelled);
    }
}
