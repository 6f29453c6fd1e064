using System.Runtime.CompilerServices;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData.Calls;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.MarketData;

/// <summary>
/// One connection to a source that streams, for all that anybody watches. It is opened when somebody does, opened again when it breaks
/// or falls silent, and what was missed meanwhile is asked for in bulk.
/// </summary>
internal sealed partial class UpstreamFeed(
    SourceLine line,
    Func<CancellationToken, ValueTask<IReadOnlyList<Listing>>> watched,
    QuoteFlights flights,
    QuoteIntake intake,
    TimeProvider clock,
    ILogger logger)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly WatchList _watchList = new(line.Source.Capabilities.StreamedSymbols, clock);
    private volatile bool _isAlive;
    private bool _wasBroken;

    /// <summary>Whether this asset's prices come by themselves now.</summary>
    internal bool Brings(AssetId asset) => _isAlive && _watchList.Find(asset) is not null;

    /// <summary>Keeps the connection up until it is cancelled, or the source does not let us in.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            try
            {
                await FollowAsync(cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                LogBroken(logger, failure, line.Source.Name);
                // What lets nobody in now lets nobody in later; its prices are polled.
                if (failure is SourceException { Fault: SourceFault.Unauthorized or SourceFault.PlanRestricted }) return;
            }
            finally
            {
                // A connection that brought nothing is none.
                failures = _isAlive ? 1 : failures + 1;
                _isAlive = false;
                _wasBroken = true;
            }

            await Task.Delay(WaitAfter(failures), clock, cancellationToken);
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        using var silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            await foreach (var quote in line.Source.StreamAsync(ListsAsync(silence, ending.Token), ending.Token).WithCancellation(ending.Token))
            {
                silence.CancelAfter(LongestSilence);
                if (!_isAlive) line.Statistics.Succeeded(clock.GetElapsedTime(began));
                _isAlive = true;
                if (_watchList.Find(quote.Asset) is { } listing && listing.Currency == quote.Currency) intake.Take(line.Source, quote);
            }
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // A market that is closed is silent too; to connect anew does no harm.
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            line.Statistics.Failed(SourceFailure.Of(exception, line.Source.Name), clock.GetElapsedTime(began));
            throw;
        }
    }

    // Sources allow few control messages a second, so that changes are gathered for a moment.
    private async IAsyncEnumerable<IReadOnlyList<Listing>> ListsAsync(
        CancellationTokenSource silence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<Listing> told = [];
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250), clock);
        do
        {
            var wanted = _watchList.Renew(await watched(cancellationToken));
            if (wanted.SequenceEqual(told)) continue;

            told = wanted;
            silence.CancelAfter(wanted.Count > 0 ? LongestSilence : Timeout.InfiniteTimeSpan);
            if (_wasBroken) _ = flights.JoinAsync(wanted);
            _wasBroken = false;
            yield return wanted;
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    // Twice as long each time, and never in step with others.
    private static TimeSpan WaitAfter(int failures)
    {
        var longest = Math.Min(LongestWait.TotalSeconds, FirstWait.TotalSeconds * Math.Pow(2, failures - 1));
        return TimeSpan.FromSeconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stream of {Source} broke.")]
    private static partial void LogBroken(ILogger logger, Exception failure, string source);
}
