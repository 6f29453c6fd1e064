using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>The request's door to closing prices: all assets in one statement, over the span that holds all that is asked for.</summary>
internal sealed class PriceSeriesLoader(PriceHistory history, IAssetLoader loader, IBatchScheduler scheduler)
    : BatchDataLoader<PriceSeriesKey, PriceSeries>(scheduler), IPriceSeriesLoader
{
    protected override async Task<IReadOnlyDictionary<PriceSeriesKey, PriceSeries>> LoadBatchAsync(
        IReadOnlyList<PriceSeriesKey> keys, CancellationToken cancellationToken)
    {
        var (from, to) = (keys.Min(key => key.From), keys.Max(key => key.To));
        AssetId[] assets = [.. keys.Select(key => key.Asset).Distinct()];
        await loader.LoadAsync(assets, cancellationToken);
        var found = await history.ReadAsync(assets, from, to, cancellationToken);

        var answers = new Dictionary<PriceSeriesKey, PriceSeries>(keys.Count);
        foreach (var key in keys)
        {
            if (!found.TryGetValue(key.Asset, out var series)) continue;
            if (key.From != from || key.To != to) series = new PriceSeries(key.Asset, series.Between(key.From, key.To));
            if (series.Points.Count > 0) answers[key] = series;
        }

        return answers;
    }
}
