using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>The request's door to the newest quotes: all assets that it asks for in one batch.</summary>
internal sealed class QuoteLoader(QuoteRouter router, IBatchScheduler scheduler)
    : BatchDataLoader<AssetId, Quote>(scheduler), IQuoteLoader
{
    protected override Task<IReadOnlyDictionary<AssetId, Quote>> LoadBatchAsync(
        IReadOnlyList<AssetId> keys, CancellationToken cancellationToken) =>
        router.GetAsync(keys, cancellationToken);
}
