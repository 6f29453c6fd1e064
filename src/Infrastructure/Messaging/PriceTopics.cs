using Investr.Domain.Market;

namespace Investr.Infrastructure.Messaging;

/// <summary>A topic for each asset that anybody watches. Publishing puts the quote where each subscriber finds it, and waits for nobody.</summary>
internal sealed class PriceTopics
{
    private readonly Lock _gate = new();

    // Who watches an asset, each with the place that it has given the asset.
    private readonly Dictionary<AssetId, Dictionary<IPriceWatcher, int>> _watchers = [];

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
            for (var place = 0; place < subscription.Assets.Count; place++) Watch(subscription.Assets[place], subscription, place);
        }

        return subscription;
    }

    /// <summary>Has a watcher offered the quotes of an asset, under the place that it gives the asset.</summary>
    internal void Watch(AssetId asset, IPriceWatcher watcher, int place)
    {
        lock (_gate)
        {
            if (!_watchers.TryGetValue(asset, out var watchers)) _watchers[asset] = watchers = [];
            watchers[watcher] = place;
        }
    }

    internal void Publish(Quote quote)
    {
        lock (_gate)
        {
            if (!_watchers.TryGetValue(quote.Asset, out var watchers)) return;

            foreach (var (watcher, place) in watchers) watcher.Offer(place, quote);
        }
    }

    /// <summary>Ends <see cref="Watch"/> for some assets.</summary>
    internal void Unwatch(IReadOnlyList<AssetId> assets, IPriceWatcher watcher)
    {
        lock (_gate)
        {
            foreach (var asset in assets)
            {
                if (_watchers.TryGetValue(asset, out var watchers) && watchers.Remove(watcher) && watchers.Count == 0)
                    _watchers.Remove(asset);
            }
        }
    }
}

/// <summary>Somebody whom quotes are brought to. It takes them and returns at once: whoever publishes waits for it.</summary>
internal interface IPriceWatcher
{
    void Offer(int place, Quote quote);
}
