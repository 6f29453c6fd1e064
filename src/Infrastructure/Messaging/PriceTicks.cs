using System.Runtime.CompilerServices;
using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;

namespace Investr.Infrastructure.Messaging;

/// <summary>Prices for one reader: where they stand, then how they change.</summary>
internal sealed class PriceTicks(PriceTopics topics, QuoteRouter router) : IPriceTicks
{
    public async IAsyncEnumerable<Quote> SubscribeAsync(
        IReadOnlyCollection<AssetId> assets, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Subscribed first, so that no tick is missed between the two; a tick that comes meanwhile takes the place of its quote.
        using var subscription = topics.Subscribe(assets);

        var known = await router.GetAsync(subscription.Assets, cancellationToken);
        for (var place = 0; place < subscription.Assets.Count; place++)
        {
            if (known.TryGetValue(subscription.Assets[place], out var quote)) subscription.Offer(place, quote);
        }

        await foreach (var quote in subscription.ReadAllAsync(cancellationToken)) yield return quote;
    }

    public void Publish(Quote quote) => topics.Publish(quote);
}
