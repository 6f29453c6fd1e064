using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Application.Tests;

/// <summary>A loader over what a test gives it; it tells how many keys each fetch had.</summary>
internal abstract class InMemoryLoader<TKey, TValue>(
    Func<TKey, TValue?> find, IBatchScheduler? scheduler = null, IEqualityComparer<TKey>? comparer = null)
    : BatchDataLoader<TKey, TValue>(scheduler ?? new AutoBatchScheduler())
    where TKey : notnull
    where TValue : class
{
    public List<int> Batches { get; } = [];

    protected override Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        Batches.Add(keys.Count);
        return Task.FromResult<IReadOnlyDictionary<TKey, TValue>>(keys
            .Select(key => (Key: key, Value: find(key)))
            .Where(found => found.Value is not null)
            .ToDictionary(found => found.Key, found => found.Value!, comparer));
    }
}

internal sealed class AssetsInMemory(IEnumerable<Asset> assets)
    : InMemoryLoader<AssetId, Asset>(id => assets.FirstOrDefault(asset => asset.Id == id)), IAssetLoader;

internal sealed class AssetsBySymbolInMemory(IEnumerable<Asset> assets)
    : InMemoryLoader<string, AssetMatch>(symbol => Match(assets, symbol), comparer: StringComparer.OrdinalIgnoreCase), IAssetBySymbolLoader
{
    private static AssetMatch? Match(IEnumerable<Asset> assets, string symbol)
    {
        Asset[] found = [.. assets.Where(asset => asset.Symbol.Equals(symbol, StringComparison.OrdinalIgnoreCase))];
        return found.Length == 0 ? null : new(found);
    }
}

internal sealed class PortfoliosInMemory(params Portfolio[] portfolios)
    : InMemoryLoader<PortfolioId, Portfolio>(id => portfolios.FirstOrDefault(portfolio => portfolio.Id == id)), IPortfolioLoader;

internal sealed class LedgersInMemory(params Portfolio[] portfolios)
    : InMemoryLoader<PositionsKey, Positions>(key => portfolios
        .Where(portfolio => portfolio.Id == key.Portfolio)
        .Select(portfolio => Replay.Of(portfolio.Ledger, portfolio.CostBasisMethod, key.AsOf))
        .FirstOrDefault()), IPositionsLoader;

internal sealed class QuotesInMemory(IReadOnlyDictionary<AssetId, Quote> quotes)
    : InMemoryLoader<AssetId, Quote>(quotes.GetValueOrDefault), IQuoteLoader;

internal sealed class ClosesInMemory(params Quote[] closes)
    : InMemoryLoader<ClosingQuoteKey, Quote>(key => closes.FirstOrDefault(close =>
        close.Asset == key.Asset && DateOnly.FromDateTime(close.AsOf.UtcDateTime) == key.On)), IClosingQuoteLoader;

internal sealed class SeriesInMemory(params PriceSeries[] series)
    : InMemoryLoader<PriceSeriesKey, PriceSeries>(key => series.FirstOrDefault(prices => prices.Asset == key.Asset)), IPriceSeriesLoader;

internal sealed class RatesInMemory(ExchangeRates rates) : IExchangeRateBook
{
    public ValueTask<ExchangeRates> ReadAsync(CancellationToken cancellationToken) => new(rates);

    public void Renew()
    {
    }
}
