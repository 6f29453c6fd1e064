using Investr.Domain.Market;

namespace Investr.Infrastructure.Messaging;

/// <summary>A topic for each asset that anybody watches. Publishing puts the quote where each subscriber finds it, and waits for nobody.</summary>
internal sealed class PriceTopics
{
    private readonly Lock _gate = new();

    // Who watches an asset, each with the place that the asset has in the subscription.
    private readonly Dictionary<AssetId, Dictionary<PriceSubscription, int>> _watchers = [];

    /// <summary>The assets that anybody watches now.</summary>
    internal IReadOnlyCollection<AssetId> Watched()
    {
        lock (_gate) return [.. _watchers.Keys];
    }

    /// <summary>Begins to collect the quotes of some assets, until the subscription is disposed of.</summary>
    internal PriceSubscription Subscribe(IReadOnlyCollection<AssetId> assets)
    {
        var subscription = new PriceSubscription(this, assets);
        lock (_gate)
        {
            for (var place = 0; place < subscription.Assets.Count; place++)
            {
                var asset = subscription.Assets[place];
                if (!_watchers.TryGetValue(asset, out var watchers)) _watchers[asset] = watchers = [];
                watchers.Add(subscription, place);
            }
        }

        return subscription;
    }

    internal void Publish(Quote quote)
    {
        lock (_gate)
        {
            if (!_watchers.TryGetValue(quote.Asset, out var watchers)) return;

            foreach (var (subscription, place) in watchers) subscription.Offer(place, quote);
        }
    }

    internal void Unsubscribe(PriceSubscription subscription)
    {
        lock (_gate)
        {
            foreach (var asset in subscription.Assets)
            {
                if (_watchers.TryGetValue(asset, out var watchers) && watchers.Remove(subscription) && watchers.Count == 0)
                    _watchers.Remove(asset);
            }
        }
    }
}
