using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>The request's door to the closes of past days: all assets of a day in one batch.</summary>
internal sealed class ClosingQuoteLoader(PriceHistory history, IAssetLoader assets, IBatchScheduler scheduler)
    : BatchDataLoader<ClosingQuoteKey, Quote>(scheduler), IClosingQuoteLoader
{
    protected override async Task<IReadOnlyDictionary<ClosingQuoteKey, Quote>> LoadBatchAsync(
        IReadOnlyList<ClosingQuoteKey> keys, CancellationToken cancellationToken)
    {
        await assets.LoadAsync([.. keys.Select(key => key.Asset).Distinct()], cancellationToken);
        var answers = new Dictionary<ClosingQuoteKey, Quote>(keys.Count);
        foreach (var day in keys.GroupBy(key => key.On, key => key.Asset))
        {
            foreach (var (asset, close) in await history.ReadClosesAsync([.. day], day.Key, cancellationToken))
                answers[new ClosingQuoteKey(asset, day.Key)] = close;
        }

        return answers;
    }
}
