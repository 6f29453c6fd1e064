using System.Globalization;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Catalogue;

namespace Investr.Api.Tests.Host;

/// <summary>A market whose prices a test has written down; what it has not costs 100. It counts how often it is asked for quotes.</summary>
internal sealed class FixedMarket(TimeProvider clock) : IMarketDataSource
{
    private readonly Dictionary<AssetId, Asset> _assets = AssetCatalogue.Read().Assets.ToDictionary(asset => asset.Id);
    private readonly Dictionary<AssetId, (decimal Price, decimal Before)> _now = [];
    private readonly Dictionary<AssetId, decimal> _past = [];
    private readonly List<ExchangeRate> _rates = [];

    public string Name => "fixed";

    public SourceCapabilities Capabilities { get; } = new() { Quotes = true, History = true, ExchangeRates = true, RefreshAfter = TimeSpan.FromSeconds(1) };

    /// <summary>How many assets each call asked for.</summary>
    public List<int> QuoteCalls { get; } = [];

    /// <summary>The symbols of the catalogue's dollar stocks.</summary>
    public IEnumerable<string> Stocks =>
        _assets.Values.Where(asset => asset.Type == AssetType.Stock && asset.Currency == Currency.Usd).Select(asset => asset.Symbol);

    public FixedMarket Quotes(string symbol, decimal price, decimal before, decimal past)
    {
        (_now[StableAssetId.Of(symbol)], _past[StableAssetId.Of(symbol)]) = ((price, before), past);
        return this;
    }

    public FixedMarket Rate(string from, string to, string day, decimal rate)
    {
        _rates.Add(new(Currency.Parse(from), Currency.Parse(to), DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), rate));
        return this;
    }

    public Task<IReadOnlyDictionary<AssetId, Quote>> GetQuotesAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        QuoteCalls.Add(assets.Count);
        return Task.FromResult<IReadOnlyDictionary<AssetId, Quote>>(Each(assets, id =>
        {
            var (price, before) = _now.GetValueOrDefault(id, (100, 100));
            return new Quote(id, price, _assets[id].Currency, clock.GetUtcNow(), QuoteFreshness.Live, Name) { PreviousClose = before };
        }));
    }

    public Task<IReadOnlyDictionary<AssetId, Quote>> GetClosingQuotesAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<AssetId, Quote>>(Each(assets, id => new Quote(
            id, _past.GetValueOrDefault(id, 100), _assets[id].Currency, new(on, new TimeOnly(21, 0), TimeSpan.Zero), QuoteFreshness.EndOfDay, Name)));

    public Task<IReadOnlyDictionary<AssetId, PriceSeries>> GetHistoryAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<AssetId, PriceSeries>>(new Dictionary<AssetId, PriceSeries>());

    public Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<ExchangeRate>>(_rates);

    private Dictionary<AssetId, Quote> Each(IEnumerable<AssetId> assets, Func<AssetId, Quote> quote) =>
        assets.Where(_assets.ContainsKey).ToDictionary(id => id, quote);
}
