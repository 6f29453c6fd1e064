using System.Collections.Concurrent;
using Investr.Application.Market;
using Investr.Domain.Market;
using Microsoft.Extensions.Logging;

namespace Investr.Infrastructure.MarketData;

/// <summary>Finds who can quote what: the cache, then each source in turn for what is left, then the price store.</summary>
internal sealed partial class QuoteRouter(
    IEnumerable<IMarketDataSource> sources,
    ListingBook listings,
    QuoteCache cache,
    IPriceStore store,
    TimeProvider clock,
    ILogger<QuoteRouter> logger)
{
    private readonly IMarketDataSource[] _sources = [.. sources.Where(source => source.Capabilities.Quotes is not null)];
    private readonly ConcurrentDictionary<string, bool> _answered = new();

    /// <summary>Whether each source answered when it was last asked; those that never were are left out.</summary>
    internal IReadOnlyDictionary<string, bool> Answered => _answered;

    /// <summary>The newest quote of each asset, from memory where that is new enough; what nobody ever quoted is left out.</summary>
    internal async Task<IReadOnlyDictionary<AssetId, Quote>> GetAsync(
        IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        var found = new Dictionary<AssetId, Quote>(assets.Count);
        List<AssetId> left = [];
        foreach (var asset in assets)
        {
            if (cache.FindFresh(asset) is { } fresh) found[asset] = fresh;
            else left.Add(asset);
        }

        if (left.Count > 0) await FetchAsync(left, cancellationToken);

        // What came in is in the cache now; what did not, but once did, is there too and has grown old.
        foreach (var asset in left)
        {
            if (cache.FindFresh(asset) is { } fresh) found[asset] = fresh;
            else if (cache.Find(asset) is { } last) found[asset] = last with { Freshness = QuoteFreshness.Stale };
        }

        left.RemoveAll(found.ContainsKey);
        if (left.Count > 0) await AddStoredAsync(left, found, cancellationToken);
        return found;
    }

    /// <summary>Asks the sources, in as few calls as each allows, whatever the cache holds.</summary>
    /// <returns>The quotes that are newer than those known before.</returns>
    internal async Task<IReadOnlyCollection<Quote>> FetchAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        List<Quote> news = [];
        var left = await listings.ReadAsync(assets, cancellationToken);
        foreach (var source in _sources)
        {
            HashSet<AssetId> found = [];
            foreach (var batch in left.Where(source.Covers).Chunk(source.Capabilities.Quotes!.SymbolsACall))
            {
                var quotes = await AskAsync(source, batch, cancellationToken);
                news.AddRange(quotes.Values.Where(quote => cache.Keep(quote, source.Capabilities.RefreshAfter)));
                found.UnionWith(quotes.Keys);
            }

            left = [.. left.Where(listing => !found.Contains(listing.Asset))];
        }

        return news;
    }

    private async Task<IReadOnlyDictionary<AssetId, Quote>> AskAsync(
        IMarketDataSource source, Listing[] batch, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await source.GetQuotesAsync(batch, cancellationToken);
            _answered[source.Name] = true;
            return answer.Found;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The next source may answer; where none does, the last known price is marked as old.
            _answered[source.Name] = false;
            LogFailed(logger, failure, source.Name, batch.Length);
            return new Dictionary<AssetId, Quote>();
        }
    }

    private async Task AddStoredAsync(List<AssetId> assets, Dictionary<AssetId, Quote> found, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var (asset, price) in await store.ReadLatestAsync(assets, today, cancellationToken))
            found[asset] = ClosingQuotes.Of(price);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} did not quote {Count} assets.")]
    private static partial void LogFailed(ILogger logger, Exception failure, string source, int count);
}
