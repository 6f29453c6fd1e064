using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>The request's door to the newest quotes: all assets that it asks for in one batch.</summary>
/// <remarks>Whoever asks what an asset costs asks for the asset too, so that its listing comes with that.</remarks>
internal sealed class QuoteLoader(QuoteRouter router, IAssetLoader assets, IBatchScheduler scheduler)
    : BatchDataLoader<AssetId, Quote>(scheduler), IQuoteLoader
{
    protected override async Task<IReadOnlyDictionary<AssetId, Quote>> LoadBatchAsync(
        IReadOnlyList<AssetId> keys, CancellationToken cancellationToken)
    {
        await assets.LoadAsync(keys, cancellationToken);
        return await router.GetAsync(keys, cancellationToken);
    }
}
