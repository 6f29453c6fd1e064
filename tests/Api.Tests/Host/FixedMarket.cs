using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<AssetId, (decimal Price, decimal Before)> _now = [];
    private readonly Dictionary<AssetId, decimal> _past = [];
    private readonly List<ExchangeRate> _rates = [];

    public string Name => "fixed";

    public SourceCapabilities Capabilities { get; } = new()
    {
        Quotes = new Offer(int.MaxValue),
        History = new Offer(int.MaxValue),
        Rates = new Offer(int.MaxValue),
        RefreshAfter = TimeSpan.FromSeconds(1),
        IsLocal = true,
    };

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

    public bool Covers(Listing listing) => _assets.ContainsKey(listing.Asset);

    public Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken)
    {
        QuoteCalls.Add(listings.Count);
        return AnswerAsync(listings, id =>
        {
            var (price, before) = _now.GetValueOrDefault(id, (100, 100));
            return new Quote(id, price, _assets[id].Currency, clock.GetUtcNow(), QuoteFreshness.Live, Name) { PreviousClose = before };
        });
    }

    /// <summary>One close, on the last day; a span of more than a month has none, so that histories are what tests recorded.</summary>
    public Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        to.DayNumber - from.DayNumber > 31
            ? Task.FromResult(SourceAnswer<DailyHistory>.Nothing)
            : AnswerAsync(listings, id => new DailyHistory(new PriceSeries(id, [new PricePoint(to, _past.GetValueOrDefault(id, 100))])));

    public Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<ExchangeRate>>(_rates);

    private static Task<SourceAnswer<T>> AnswerAsync<T>(IReadOnlyList<Listing> listings, Func<AssetId, T> answer) =>
        Task.FromResult(new SourceAnswer<T>(
            listings.ToDictionary(listing => listing.Asset, listing => answer(listing.Asset)), new Dictionary<AssetId, SourceFault>()));
}
