using Investr.Application.Alerts;
using Investr.Domain;
using Investr.Domain.Alerts;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.Infrastructure.Messaging;
using Investr.Infrastructure.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Messaging;

/// <summary>Alerts over a real database; prices come as the test publishes them, in the place of a stream.</summary>
public sealed class AlertWatchTests : IAsyncLifetime
{
    // Far above what the simulated market says of it, so that nothing has happened when an alert is made.
    private const decimal Far = 1_000_000;

    private InvestorDatabase _investor = null!;

    private CancellationToken Cancellation { get; } = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _investor = await InvestorDatabase.CreateAsync();
        await StartAsync(_investor);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(_investor);
        await _investor.DisposeAsync();
    }

    [Fact]
    public async Task An_alert_fires_once_for_each_crossing_and_what_it_came_to_is_kept()
    {
        var alert = await CreateAsync("AAPL", AlertCondition.PriceAbove, Far);
        foreach (var price in (decimal[])[Far, Far + 1, Far + 2, Far - 1, Far + 3, Far + 4]) Publish(_investor, "AAPL", price);

        // The crossings may have been written together, or one by one; the marker comes last.
        var told = await TellUntilMarkerAsync(_investor);

        Assert.All(told, fired => Assert.Equal(alert.Id, fired.Id));
        Assert.InRange(told.Count, 1, 2);
        await using var context = _investor.Database.Context();
        var kept = await context.PriceAlerts.SingleAsync(row => row.Id == alert.Id, Cancellation);
        Assert.Equal((false, Far + 3), (kept.IsArmed, kept.TriggeredPrice));
    }

    [Fact]
    public async Task Two_alerts_on_one_asset_fire_each_by_itself_and_nobody_is_told_twice()
    {
        var low = await CreateAsync("AAPL", AlertCondition.PriceAbove, Far);
        var high = await CreateAsync("AAPL", AlertCondition.PriceAbove, 2 * Far);
        Publish(_investor, "AAPL", Far + 1);
        Assert.Equal(low.Id, Assert.Single(await Notices(_investor).NextAsync(1)).Id);

        Publish(_investor, "AAPL", 3 * Far);

        Assert.Equal(high.Id, Assert.Single(await TellUntilMarkerAsync(_investor)).Id);
    }

    [Fact]
    public async Task A_condition_that_holds_already_fires_without_any_new_price()
    {
        var alert = await CreateAsync("AAPL", AlertCondition.PriceBelow, Far);

        Assert.Equal(alert.Id, Assert.Single(await Notices(_investor).NextAsync(1)).Id);
    }

    [Fact]
    public async Task What_one_tick_fires_is_read_together_and_not_one_by_one()
    {
        for (var number = 0; number < 200; number++) await CreateAsync("AAPL", AlertCondition.PriceAbove, Far + number);
        _investor.Database.Statements.Reset();

        Publish(_investor, "AAPL", 2 * Far);
        await Notices(_investor).NextAsync(200);

        // The first may be on its way before the others have crossed.
        Assert.InRange(_investor.Database.Statements.Statements.Count(statement => statement.StartsWith("SELECT", StringComparison.Ordinal)), 1, 3);
    }

    [Fact]
    public async Task A_tick_that_crosses_nothing_asks_the_database_for_nothing()
    {
        await CreateAsync("AAPL", AlertCondition.PriceAbove, Far);
        _investor.Database.Statements.Reset();

        for (var tick = 0; tick < 100; tick++) Publish(_investor, "AAPL", 100 + tick);

        Assert.Equal(0, _investor.Database.Statements.Count);
    }

    [Fact]
    public async Task Who_was_stopped_between_crossing_and_writing_fires_after_the_start_and_once()
    {
        var alert = await CreateAsync("AAPL", AlertCondition.PriceAbove, Far);
        await StopAsync(_investor);
        Publish(_investor, "AAPL", Far + 1);

        await using var restarted = await _investor.RestartedAsync();
        await StartAsync(restarted);
        await WatchedAsync(restarted, "AAPL");
        Publish(restarted, "AAPL", Far + 2);
        Assert.Equal(alert.Id, Assert.Single(await Notices(restarted).NextAsync(1)).Id);
        await StopAsync(restarted);

        await using var again = await _investor.RestartedAsync();
        await StartAsync(again);
        await WatchedAsync(again, "AAPL");
        Publish(again, "AAPL", Far + 3);
        Assert.Empty(await TellUntilMarkerAsync(again));
        await StopAsync(again);
    }

    [Fact]
    public async Task Of_two_processes_that_see_a_crossing_one_fires()
    {
        var alerts = new List<AlertCrossing>();
        for (var number = 0; number < 20; number++)
        {
            var alert = await CreateAsync("AAPL", AlertCondition.PriceAbove, Far + number);
            alerts.Add(new(alert.Id, Quote(_investor, "AAPL", 2 * Far)));
        }

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _investor.Database.InScopeAsync(services =>
            services.GetRequiredService<AlertFiring>().WriteAsync(alerts, Cancellation)))));

        var told = await TellUntilMarkerAsync(_investor);
        Assert.Equal(alerts.Select(crossing => crossing.Alert).ToHashSet(), told.Select(fired => fired.Id).ToHashSet());
        Assert.Equal(20, told.Count);
    }

    [Fact]
    public async Task Assets_with_alerts_are_watched_until_the_last_of_them_is_gone()
    {
        var topics = _investor.Database.Services.GetRequiredService<PriceTopics>();
        var one = await CreateAsync("AAPL", AlertCondition.PriceAbove, Far);
        var other = await CreateAsync("AAPL", AlertCondition.PriceBelow, 0.01m);
        Assert.Equal([StableAssetId.Of("AAPL")], topics.Watched());

        await _investor.SendAsync(new DeletePriceAlert(one.Id));
        Assert.Single(topics.Watched());
        await _investor.SendAsync(new DeletePriceAlert(other.Id));
        Assert.Empty(topics.Watched());
    }

    [Fact]
    public async Task An_alert_that_another_process_made_is_looked_at_within_half_a_minute()
    {
        await using var elsewhere = await _investor.RestartedAsync();
        var alert = await CreateAsync("AAPL", AlertCondition.PriceAbove, Far, elsewhere);

        _investor.Database.Clock.Advance(TimeSpan.FromSeconds(30));
        await WatchedAsync(_investor, "AAPL");
        Publish(_investor, "AAPL", Far + 1);

        Assert.Equal(alert.Id, Assert.Single(await Notices(_investor).NextAsync(1)).Id);
    }

    [Fact]
    public async Task A_user_has_five_hundred_alerts_at_most()
    {
        await using (var context = _investor.Database.Context())
        {
            context.AddRange(Enumerable.Range(1, PriceAlert.MaxAlerts).Select(number =>
                PriceAlert.Create(_investor.Ada.Id, StableAssetId.Of("AAPL"), AlertCondition.PriceAbove, Far + number, _investor.Database.Clock.Now)));
            await context.SaveChangesAsync(Cancellation);
        }

        var refused = await Assert.ThrowsAsync<RefusedException>(() => CreateAsync("BTC", AlertCondition.PriceAbove, Far));
        Assert.Equal("VALIDATION", refused.Refusal.Code);
    }

    private Task<PriceAlert> CreateAsync(string symbol, AlertCondition condition, decimal threshold, InvestorDatabase? at = null) =>
        (at ?? _investor).SendAsync(new CreatePriceAlert(symbol, condition, threshold));

    // Everything that was told before an alert that is made, and fires, now: notices come in the order of their crossings.
    private async Task<List<PriceAlert>> TellUntilMarkerAsync(InvestorDatabase investor)
    {
        var marker = await CreateAsync("BTC", AlertCondition.PriceAbove, 0.01m, investor);
        List<PriceAlert> told = [];
        while ((await Notices(investor).NextAsync(1))[0] is var fired && fired.Id != marker.Id) told.Add(fired);
        return told;
    }

    private async Task WatchedAsync(InvestorDatabase investor, string symbol)
    {
        var topics = investor.Database.Services.GetRequiredService<PriceTopics>();
        while (!topics.Watched().Contains(StableAssetId.Of(symbol))) await Task.Delay(10, Cancellation);
    }

    private static void Publish(InvestorDatabase investor, string symbol, decimal price)
    {
        investor.Database.Clock.Advance(TimeSpan.FromMilliseconds(1));
        investor.Database.Services.GetRequiredService<PriceTopics>().Publish(Quote(investor, symbol, price));
    }

    private static Quote Quote(InvestorDatabase investor, string symbol, decimal price) =>
        new(StableAssetId.Of(symbol), price, Currency.Usd, investor.Database.Clock.Now, QuoteFreshness.Live, "test");

    private static AlertNoticesInMemory Notices(InvestorDatabase investor) =>
        (AlertNoticesInMemory)investor.Database.Services.GetRequiredService<IAlertNotices>();

    private static Task StartAsync(InvestorDatabase investor) =>
        investor.Database.Services.GetRequiredService<AlertWatch>().StartAsync(CancellationToken.None);

    private static Task StopAsync(InvestorDatabase investor) =>
        investor.Database.Services.GetRequiredService<AlertWatch>().StopAsync(CancellationToken.None);
}
