using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>Prices as they change.</summary>
public interface IPriceTicks
{
    /// <summary>
    /// The newest quote of each asset at once, then each newer one. A reader that falls behind gets the newest of each asset and
    /// misses those in between. Ends with the token's cancellation.
    /// </summary>
    IAsyncEnumerable<Quote> SubscribeAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken);

    /// <summary>Tells those who watch its asset of a quote that no source has: a price entered by hand.</summary>
    void Publish(Quote quote);
}
