using System.Threading.Channels;
using Investr.Application.Alerts;
using Investr.Domain.Alerts;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.Messaging;

/// <summary>
/// Holds every published price against everybody's alerts, in memory and as it is published; what crosses is written by one task, many
/// at a time.
/// </summary>
internal sealed partial class AlertWatch(
    AlertBook book, PriceTopics topics, QuoteRouter router, IServiceScopeFactory scopes, TimeProvider clock, ILogger<AlertWatch> logger)
    : BackgroundService, IAlertWatch, IPriceWatcher
{
    private const int MostUnwritten = 10_000;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // How soon alerts that other processes made are looked at here too, and how far the clocks of processes may be apart.
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Channel<AlertCrossing> _crossings = Channel.CreateBounded<AlertCrossing>(MostUnwritten);

    public Task BeginAsync(PriceAlert alert) => BeginAsync([alert], CancellationToken.None);

    public void End(PriceAlertId alert)
    {
        lock (_gate)
        {
            if (book.Remove(alert) is { } asset) topics.Unwatch([asset], this);
        }
    }

    /// <summary>What is full takes nothing; the alert is passed again by the next price.</summary>
    public void Offer(int place, Quote quote) => book.Offer(quote, _crossings.Writer.TryWrite);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(ReadAsync(stoppingToken), WriteAsync(stoppingToken));

    private async Task ReadAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Refresh, clock);
        var since = DateTimeOffset.MinValue;
        do
        {
            var now = clock.GetUtcNow();
            await AttemptAsync(
                async () =>
                {
                    await using var scope = scopes.CreateAsyncScope();
                    var alerts = await scope.ServiceProvider.GetRequiredService<IPriceAlertRepository>().ListAsync(since, stoppingToken);
                    await BeginAsync(alerts, stoppingToken);
                },
                stoppingToken);
            since = now - ClockDifference;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task BeginAsync(IReadOnlyCollection<PriceAlert> alerts, CancellationToken cancellationToken)
    {
        List<AssetId> assets = [];
        lock (_gate)
        {
            foreach (var alert in alerts)
            {
                if (!book.Contains(alert.Id)) assets.Add(alert.AssetId);
                if (book.Add(alert)) topics.Watch(alert.AssetId, this, place: 0);
            }
        }

        // A price that does not change is not published, but counts.
        if (assets.Count == 0) return;
        foreach (var quote in (await router.GetAsync([.. assets.Distinct()], cancellationToken)).Values)
        {
            if (quote.Freshness != QuoteFreshness.Stale) Offer(place: 0, quote);
        }
    }

    private async Task WriteAsync(CancellationToken stoppingToken)
    {
        while (await _crossings.Reader.WaitToReadAsync(stoppingToken))
        {
            List<AlertCrossing> crossings = [];
            while (_crossings.Reader.TryRead(out var crossing)) crossings.Add(crossing);
            await AttemptAsync(
                async () =>
                {
                    await using var scope = scopes.CreateAsyncScope();
                    foreach (var gone in await scope.ServiceProvider.GetRequiredService<AlertFiring>().WriteAsync(crossings, stoppingToken)) End(gone);
                },
                stoppingToken);
        }
    }

    private async Task AttemptAsync(Func<Task> act, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, failure);
            }

            await Task.Delay(RetryAfter, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Alerts were not read or written; they will be in a second.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}

internal static class AlertSetup
{
    public static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<AlertWatch>()
        .AddSingleton<IAlertWatch>(provider => provider.GetRequiredService<AlertWatch>())
        .AddHostedService(provider => provider.GetRequiredService<AlertWatch>());
}
