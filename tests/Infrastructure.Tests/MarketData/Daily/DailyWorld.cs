using Investr.Application.Market.Daily;
using Investr.Domain.Market;
using Investr.Domain.Market.Calendars;
using Investr.Domain.Monetary;
using Investr.Domain.Watchlists;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.Persistence;
using Investr.Infrastructure.Scheduling;
using Investr.Infrastructure.Tests.Persistence;
using Investr.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Investr.Infrastructure.Tests.MarketData.Daily;

/// <summary>A database with assets that somebody watches, and sources that a test has made.</summary>
internal sealed class DailyWorld : IAsyncDisposable
{
    private DailyWorld(TemporaryDatabase database) => Database = database;

    public TemporaryDatabase Database { get; private set; }

    public FakeClock Clock => Database.Clock;

    public IMarketDataRuns Runs => Get<IMarketDataRuns>();

    public DailyUpdate Update => Get<DailyUpdate>();

    /// <summary>A world in which so many assets are watched, at noon (UTC) of Wednesday, 12 June 2024.</summary>
    public static async Task<DailyWorld> CreateAsync(int assets, params IMarketDataSource[] sources)
    {
        var world = new DailyWorld(await TemporaryDatabase.CreateAsync((services, configuration) => Add(services, configuration, sources)));
        await world.WatchAsync([.. Enumerable.Range(0, assets).Select(place => new AssetDetails($"S{place:D5}", "Some", AssetType.Stock, Currency.Usd) { Exchange = "NYSE" })]);
        return world;
    }

    /// <summary>Adds assets to the catalogue, and to somebody's watchlist.</summary>
    public async Task<IReadOnlyList<Asset>> WatchAsync(params AssetDetails[] details)
    {
        if (details.Length == 0) return [];

        await using var context = await ContextAsync();
        Asset[] assets = [.. details.Select((detail, place) => Asset.Listed(new(Guid.CreateVersion7(Clock.Now.AddMilliseconds(place))), detail))];
        context.AddRange(assets);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        var owner = A.User($"ada{assets[0].Symbol}", Clock.Now);
        context.Add(owner);
        foreach (var part in assets.Chunk(Watchlist.MaxAssets))
            context.Add(Watchlist.Create(owner.Id, "Watched", [.. part.Select(asset => asset.Id)], Clock.Now));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return assets;
    }

    /// <summary>A run of everything, carried out.</summary>
    public async Task<MarketDataRun> RunAsync()
    {
        var run = MarketDataRun.Asked([], Clock.Now);
        Assert.True(await Runs.TryBeginAsync(run, note: null, TestContext.Current.CancellationToken));
        var going = Update.CarryOutAsync(run, TestContext.Current.CancellationToken);

        // A source that fails is asked again after pauses, which pass by the test's clock.
        while (!going.IsCompleted)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        await going;
        return (await Runs.FindAsync(run.Id, TestContext.Current.CancellationToken))!;
    }

    /// <summary>A run after a close, carried out; null where the database does not let it begin.</summary>
    public async Task<MarketDataRun?> RunAfterAsync(string exchange, string day)
    {
        var run = MarketDataRun.AfterClose(TradingCalendars.Find(exchange)!, A.Day(day), Clock.Now);
        if (!await Runs.TryBeginAsync(run, note: null, TestContext.Current.CancellationToken)) return null;

        await Update.CarryOutAsync(run, TestContext.Current.CancellationToken);
        return run;
    }

    /// <summary>The process ends and starts again.</summary>
    public async Task RestartAsync() => Database = await Database.RestartedAsync();

    public T Get<T>() where T : notnull => Database.Services.GetRequiredService<T>();

    public Task<InvestrDbContext> ContextAsync() => Get<IDbContextFactory<InvestrDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static void Add(IServiceCollection services, IConfiguration configuration, IMarketDataSource[] sources)
    {
        services.AddMarketData(configuration).AddScheduling(configuration).AddSingleton<DailyUpdate>();
        services.RemoveAll<IMarketDataSource>();
        foreach (var source in sources) services.AddSingleton(source);
    }
}
