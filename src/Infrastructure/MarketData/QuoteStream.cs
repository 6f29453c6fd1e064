using Investr.Infrastructure.MarketData.Calls;
using Investr.Infrastructure.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.MarketData;

/// <summary>
/// Has the prices fetched that anybody watches, once for all who do, and none that nobody watches: over a connection where a source
/// streams, else by asking each source as often as it has something new.
/// </summary>
internal sealed partial class QuoteStream : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);

    private readonly SourceCalls _calls;
    private readonly ListingBook _listings;
    private readonly PriceTopics _topics;
    private readonly QuoteFlights _flights;
    private readonly TimeProvider _clock;
    private readonly ILogger<QuoteStream> _logger;
    private readonly UpstreamFeed[] _feeds;

    public QuoteStream(
        SourceCalls calls,
        ListingBook listings,
        PriceTopics topics,
        QuoteFlights flights,
        QuoteIntake intake,
        TimeProvider clock,
        ILogger<QuoteStream> logger)
    {
        (_calls, _listings, _topics, _flights, _clock, _logger) = (calls, listings, topics, flights, clock, logger);
        _feeds = [.. calls.Lines.Where(line => line.Source.Capabilities.StreamedSymbols > 0).Select(line =>
            new UpstreamFeed(line, cancellation => WatchedOfAsync(line, cancellation), flights, intake, clock, logger))];
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
    [
        .. _feeds.Select(feed => feed.RunAsync(stoppingToken)),
        .. _calls.Lines.Where(line => line.Source.Capabilities.Quotes is not null).Select(line => PollRegularlyAsync(line, stoppingToken)),
    ]);

    /// <summary>Asks for what is watched and comes from this source first, but for what its stream brings.</summary>
    internal async Task PollAsync(SourceLine line, CancellationToken cancellationToken)
    {
        var watched = _topics.Watched();
        if (watched.Count == 0) return;

        var listings = await _listings.ReadAsync(watched, cancellationToken);
        await _flights.JoinAsync([.. listings.Where(listing =>
            _calls.FirstFor(listing, offered => offered.Quotes) == line && !_feeds.Any(feed => feed.Brings(listing.Asset)))]);
    }

    private async Task PollRegularlyAsync(SourceLine line, CancellationToken cancellationToken)
    {
        var pace = line.Source.Capabilities.RefreshAfter;
        using var timer = new PeriodicTimer(pace > Shortest ? pace : Shortest, _clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await PollAsync(line, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(_logger, failure, line.Source.Name);
            }
        }
    }

    private async ValueTask<IReadOnlyList<Listing>> WatchedOfAsync(SourceLine line, CancellationToken cancellationToken)
    {
        var watched = _topics.Watched();
        if (watched.Count == 0) return [];

        var listings = await _listings.ReadAsync(watched, cancellationToken);
        return [.. listings.Where(listing => FirstToStream(listing) == line)];
    }

    private SourceLine? FirstToStream(Listing listing) =>
        _calls.Lines.FirstOrDefault(line => line.Source.Capabilities.StreamedSymbols > 0 && line.Source.Covers(listing));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Source} was not asked for what is watched; the next round tries again.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string source);
}
