using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;

namespace Investr.Infrastructure.Tests.MarketData.Daily;

/// <summary>A source that knows a close of every weekday for everything, but for what a test takes away.</summary>
internal sealed class StubSource(string name = "stub", int symbolsACall = 50) : IMarketDataSource
{
    private readonly Lock _gate = new();

    public string Name => name;

    public SourceCapabilities Capabilities { get; init; } = new() { History = new(symbolsACall), Rates = new(1) };

    /// <summary>Which assets it is asked for.</summary>
    public Func<Listing, bool> Covered { get; init; } = _ => true;

    /// <summary>The close of a day.</summary>
    public Func<Listing, DateOnly, decimal> Close { get; set; } = (_, _) => 100;

    /// <summary>Dividends and splits, by symbol.</summary>
    public Dictionary<string, CorporateActions> Actions { get; } = [];

    /// <summary>What happens instead of an answer.</summary>
    public Action? Interfere { get; set; }

    public List<int> Calls { get; } = [];

    public bool Covers(Listing listing) => Covered(listing);

    public Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        lock (_gate) Calls.Add(listings.Count);
        Interfere?.Invoke();
        return Task.FromResult(new SourceAnswer<DailyHistory>(
            listings.ToDictionary(listing => listing.Asset, listing => HistoryOf(listing, from, to)), new Dictionary<AssetId, SourceFault>()));
    }

    public Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        lock (_gate) Calls.Add(0);
        Interfere?.Invoke();
        return Task.FromResult<IReadOnlyCollection<ExchangeRate>>([new(Currency.Usd, Currency.Parse("EUR"), to, 0.9m)]);
    }

    private DailyHistory HistoryOf(Listing listing, DateOnly from, DateOnly to)
    {
        var days = Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(DateOnly.FromDayNumber)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        return new(
            new PriceSeries(listing.Asset, days.Select(day => new PricePoint(day, Close(listing, day)))), Actions.GetValueOrDefault(listing.Symbol));
    }
}
