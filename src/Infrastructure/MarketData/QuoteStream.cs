using Investr.Infrastructure.MarketData.Sources;
using Investr.Infrastructure.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Investr.Infrastructure.MarketData;

/// <summary>Asks for the prices that anybody watches, once for all who do, and publishes what is new: one timer for the process.</summary>
internal sealed partial class QuoteStream(
    QuoteRouter router, PriceTopics topics, IOptions<SimulatedMarketOptions> options, TimeProvider clock, ILogger<QuoteStream> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.TickInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TickAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, failure);
            }
        }
    }

    internal async Task TickAsync(CancellationToken cancellationToken)
    {
        var watched = topics.Watched();
        if (watched.Count == 0) return;

        foreach (var quote in await router.FetchAsync(watched, cancellationToken)) topics.Publish(quote);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Prices were not published; the next tick tries again.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
