using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Calls;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.MarketData;

/// <summary>
/// Fetches quotes for all who want them. What is asked for within a moment leaves together, a flight for each source; an asset that
/// is on its way is not asked for again.
/// </summary>
internal sealed partial class QuoteFlights(
    SourceCalls calls, QuoteCache cache, QuoteIntake intake, QuotePathOptions options, TimeProvider clock, ILogger<QuoteFlights> logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AssetId, Flight> _underWay = [];
    private readonly Dictionary<SourceLine, Flight> _boarding = [];

    /// <summary>Has quotes fetched, whatever the cache holds; ends when each has been, or cannot be. It never fails.</summary>
    internal Task JoinAsync(IReadOnlyCollection<Listing> listings)
    {
        if (listings.Count == 0) return Task.CompletedTask;

        HashSet<Flight> joined = [];
        List<Flight> opened = [];
        lock (_gate)
        {
            foreach (var listing in listings)
            {
                if (Board(listing, opened) is { } flight) joined.Add(flight);
            }
        }

        // A flight goes on when those who wait for it have left: others may have joined, and what it brings is kept.
        foreach (var flight in opened) _ = FlyAsync(flight);
        return Task.WhenAll(joined.Select(flight => flight.Landed.Task));
    }

    private Flight? Board(Listing listing, List<Flight> opened)
    {
        if (_underWay.TryGetValue(listing.Asset, out var flight))
        {
            flight.Line.Statistics.Saved(1);
            return flight;
        }

        if (calls.FirstFor(listing, offered => offered.Quotes) is not { } line) return null;

        if (!_boarding.TryGetValue(line, out flight))
        {
            _boarding[line] = flight = new Flight(line);
            opened.Add(flight);
        }

        flight.Listings.Add(listing);
        return _underWay[listing.Asset] = flight;
    }

    private async Task FlyAsync(Flight flight)
    {
        try
        {
            if (!flight.Line.Source.Capabilities.IsLocal) await Task.Delay(options.JoinWithin, clock);
            lock (_gate) _boarding.Remove(flight.Line);

            var answer = await calls.GetQuotesAsync(flight.Listings, cache.Believes, Urgency.Interactive, CancellationToken.None);
            foreach (var found in answer.Found.Values) intake.Take(found.Source, found.Value);
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure, flight.Line.Source.Name);
        }
        finally
        {
            lock (_gate)
            {
                foreach (var listing in flight.Listings) _underWay.Remove(listing.Asset);
            }

            flight.Landed.SetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Quotes of {Source} were not fetched.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string source);

    private sealed record Flight(SourceLine Line)
    {
        internal List<Listing> Listings { get; } = [];

        internal TaskCompletionSource Landed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
