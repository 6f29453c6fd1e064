using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>
/// Asks the sources in bulk: each listing goes to the first source that covers it, in as few calls as its limits allow, all sources
/// side by side; what one does not give goes to the next.
/// </summary>
internal sealed class SourceCalls(IEnumerable<IMarketDataSource> sources, TimeProvider clock, ILogger<SourceCalls> logger)
{
    /// <summary>The sources in the order in which they are asked.</summary>
    internal IReadOnlyList<SourceLine> Lines { get; } = [.. sources.Select(source => new SourceLine(source, clock, logger))];

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The newest quotes. A quote that is not believed counts as a fault of its source.</summary>
    internal Task<BulkAnswer<Quote>> GetQuotesAsync(
        IEnumerable<Listing> listings, Func<Quote, bool> believes, Urgency urgency, CancellationToken cancellationToken) =>
        AskAsync(new QuoteQuestion(believes), listings, urgency, cancellationToken);

    /// <summary>The daily closes of a span, both ends included, with the dividends and splits that came along.</summary>
    internal Task<BulkAnswer<DailyHistory>> GetHistoryAsync(
        IEnumerable<Listing> listings, DateOnly from, DateOnly to, Urgency urgency, CancellationToken cancellationToken) =>
        AskAsync(new HistoryQuestion(from, to, Today), listings, urgency, cancellationToken);

    /// <summary>The dividends and splits of a span, of sources that have them apart from closes.</summary>
    internal Task<BulkAnswer<CorporateActions>> GetActionsAsync(
        IEnumerable<Listing> listings, DateOnly from, DateOnly to, Urgency urgency, CancellationToken cancellationToken) =>
        AskAsync(new ActionsQuestion(from, to, Today), listings, urgency, cancellationToken);

    /// <summary>The daily rates of the first source that has any.</summary>
    internal async Task<RatesAnswer> GetRatesAsync(DateOnly from, DateOnly to, Urgency urgency, CancellationToken cancellationToken)
    {
        var (calls, fault) = (0, SourceFault.NotFound);
        foreach (var line in Lines.Where(line => line.Source.Capabilities.Rates is not null))
        {
            try
            {
                calls++;
                var call = new SourceCall<IReadOnlyCollection<ExchangeRate>>(
                    line.Source.Capabilities.Rates!.CostOf(0), 0, (source, cancelled) => source.GetRatesAsync(from, to, cancelled), _ => []);
                var rates = await line.CallAsync(call, urgency, cancellationToken);
                if (rates.Count > 0) return new RatesAnswer(rates, line.Source.Name, Fault: null, calls);

                fault = SourceFault.NoData;
            }
            catch (SourceException failure)
            {
                fault = failure.Fault;
            }
        }

        return new RatesAnswer([], Source: null, fault, calls);
    }

    /// <summary>The source that answers for a listing unless it fails.</summary>
    internal SourceLine? FirstFor(Listing listing, Func<SourceCapabilities, Offer?> offer) =>
        Lines.FirstOrDefault(line => offer(line.Source.Capabilities) is not null && line.Source.Covers(listing));

    /// <summary>The source that quotes name; null where they were entered by hand.</summary>
    internal SourceLine? LineOf(string source) => Lines.FirstOrDefault(line => line.Source.Name == source);

    private async Task<BulkAnswer<T>> AskAsync<T>(
        Question<T> question, IEnumerable<Listing> listings, Urgency urgency, CancellationToken cancellationToken)
    {
        var answer = new BulkAnswer<T>();
        var lines = Lines.Where(line => question.OfferOf(line.Source.Capabilities) is not null).ToArray();
        var left = listings.DistinctBy(listing => listing.Asset).Select(listing => (Listing: listing, Next: 0)).ToList();
        while (left.Count > 0)
        {
            var rounds = left.ToLookup(
                errand => Array.FindIndex(lines, errand.Next, line => line.Source.Covers(errand.Listing)), errand => errand.Listing);
            foreach (var listing in rounds[-1]) answer.Miss(listing.Asset, SourceFault.NotFound);

            var asked = rounds.Where(round => round.Key >= 0).ToArray();
            await Task.WhenAll(asked.Select(round =>
                new BulkRound<T>(lines[round.Key], question, answer, urgency).AskAsync(round, cancellationToken)));
            left = [.. asked.SelectMany(round => round.Where(IsMissing), (round, listing) => (listing, round.Key + 1))];
        }

        return answer;

        bool IsMissing(Listing listing) => !answer.Found.ContainsKey(listing.Asset);
    }
}
