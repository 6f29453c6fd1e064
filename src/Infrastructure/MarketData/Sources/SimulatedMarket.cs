using System.Collections.Frozen;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Catalogue;
using Microsoft.Extensions.Options;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>
/// A market that needs no key and no network: seeded random walks of all the catalogue's assets, ten years of daily closes and a
/// price that moves by the second. Everything is a function of the seed and the time, so that two processes see the same prices.
/// </summary>
internal sealed class SimulatedMarket : IMarketDataSource
{
    private readonly TimeProvider _clock;
    private readonly FrozenDictionary<AssetId, SimulatedAsset> _assets;
    private readonly SimulatedRates _rates;

    public SimulatedMarket(AssetCatalogue catalogue, IOptions<SimulatedMarketOptions> options, TimeProvider clock)
    {
        var seed = options.Value.Seed;
        _clock = clock;
        _assets = catalogue.Entries.ToFrozenDictionary(entry => entry.Asset.Id, entry => new SimulatedAsset(seed, entry));
        _rates = new SimulatedRates(seed, catalogue.Currencies);
        Capabilities = new SourceCapabilities
        {
            Quotes = new Offer(int.MaxValue),
            History = new Offer(int.MaxValue),
            Rates = new Offer(int.MaxValue),
            RefreshAfter = options.Value.TickInterval,
            IsLocal = true,
        };
    }

    public string Name => "simulated";

    public SourceCapabilities Capabilities { get; }

    public bool Covers(Listing listing) => _assets.ContainsKey(listing.Asset);

    public Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        return AnswerAsync(listings, asset => asset.QuoteAt(now, Name));
    }

    public Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var last = LastClosed(to);
        return AnswerAsync(listings, asset => new DailyHistory(asset.History(from, last)));
    }

    public Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult(_rates.Between(from, LastClosed(to)));

    // Today has no close yet.
    private DateOnly LastClosed(DateOnly to)
    {
        var yesterday = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(-1);
        return to < yesterday ? to : yesterday;
    }

    private Task<SourceAnswer<T>> AnswerAsync<T>(IReadOnlyList<Listing> listings, Func<SimulatedAsset, T?> ask) where T : class
    {
        var found = new Dictionary<AssetId, T>(listings.Count);
        var faults = new Dictionary<AssetId, SourceFault>();
        foreach (var listing in listings)
        {
            if (!_assets.TryGetValue(listing.Asset, out var asset)) faults[listing.Asset] = SourceFault.NotFound;
            else if (ask(asset) is { } answer) found[listing.Asset] = answer;
            else faults[listing.Asset] = SourceFault.NoData;
        }

        return Task.FromResult(new SourceAnswer<T>(found, faults));
    }
}
