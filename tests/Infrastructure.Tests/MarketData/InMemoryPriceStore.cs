using Investr.Application.Auditing;
using Investr.Application.Market;
using Investr.Domain.Market;

namespace Investr.Infrastructure.Tests.MarketData;

/// <summary>A price store that counts its statements.</summary>
internal sealed class InMemoryPriceStore : IPriceStore
{
    private readonly Dictionary<(AssetId, DateOnly), StoredPrice> _prices = [];

    public long Edition => 0;

    internal int Statements { get; private set; }

    public Task<IReadOnlyDictionary<AssetId, PriceSeries>> ReadAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        Statements++;
        return Task.FromResult<IReadOnlyDictionary<AssetId, PriceSeries>>(_prices.Values
            .Where(price => assets.Contains(price.Asset) && price.Date >= from && price.Date <= to)
            .GroupBy(price => price.Asset, price => new PricePoint(price.Date, price.Close))
            .ToDictionary(points => points.Key, points => new PriceSeries(points.Key, points)));
    }

    public Task<IReadOnlyDictionary<AssetId, StoredPrice>> ReadLatestAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly onOrBefore, CancellationToken cancellationToken)
    {
        Statements++;
        return Task.FromResult<IReadOnlyDictionary<AssetId, StoredPrice>>(_prices.Values
            .Where(price => assets.Contains(price.Asset) && price.Date <= onOrBefore)
            .GroupBy(price => price.Asset)
            .ToDictionary(prices => prices.Key, prices => prices.MaxBy(price => price.Date)!));
    }

    public void Renew()
    {
    }

    public Task WriteAsync(IReadOnlyCollection<StoredPrice> prices, AuditNote? note, CancellationToken cancellationToken)
    {
        Statements++;
        foreach (var price in prices) _prices[(price.Asset, price.Date)] = price;
        return Task.CompletedTask;
    }

    internal void Add(string symbol, string date, decimal close, string source = "csv") =>
        Add(SimulatedWorld.Id(symbol), date, close, source);

    internal void Add(AssetId asset, string date, decimal close, string source = "csv")
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        _prices[(asset, day)] = new StoredPrice(asset, day, close, Domain.Monetary.Currency.Usd, source);
    }
}
