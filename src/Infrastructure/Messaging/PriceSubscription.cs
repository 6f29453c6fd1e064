using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Investr.Domain.Market;

namespace Investr.Infrastructure.Messaging;

/// <summary>
/// What one reader has not yet seen: at most one quote of each asset, the newest. What is queued are the places of assets with
/// news, each once, so that a reader who stops reading costs no more than one who reads.
/// </summary>
internal sealed class PriceSubscription : IPriceWatcher, IDisposable
{
    private readonly PriceTopics _topics;
    private readonly Quote?[] _unread;
    private readonly Channel<int> _places;

    internal PriceSubscription(PriceTopics topics, IReadOnlyCollection<AssetId> assets)
    {
        _topics = topics;
        Assets = [.. assets.Distinct()];
        _unread = new Quote?[Assets.Count];
        _places = Channel.CreateBounded<int>(new BoundedChannelOptions(Math.Max(1, Assets.Count)) { SingleReader = true });
    }

    internal IReadOnlyList<AssetId> Assets { get; }

    /// <summary>Takes a quote in, unless a newer one waits to be read.</summary>
    public void Offer(int place, Quote quote)
    {
        while (true)
        {
            var waiting = Volatile.Read(ref _unread[place]);
            if (waiting is not null && waiting.AsOf >= quote.AsOf) return;
            if (Interlocked.CompareExchange(ref _unread[place], quote, waiting) != waiting) continue;

            // The place is queued already if a quote waited there; so there is always room for it.
            if (waiting is null) _places.Writer.TryWrite(place);
            return;
        }
    }

    /// <summary>The quotes as they come. For one reader.</summary>
    internal async IAsyncEnumerable<Quote> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var place in _places.Reader.ReadAllAsync(cancellationToken))
        {
            if (Interlocked.Exchange(ref _unread[place], null) is { } quote) yield return quote;
        }
    }

    public void Dispose() => _topics.Unwatch(Assets, this);
}
