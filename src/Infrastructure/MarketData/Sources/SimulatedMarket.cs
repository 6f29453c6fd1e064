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
            Quotes = true,
            History = true,
            ExchangeRates = true,
            RefreshAfter = options.Value.TickInterval,
        };
    }

    public string Name => "simulated";

    public SourceCapabilities Capabilities { get; }

    public Task<IReadOnlyDictionary<AssetId, Quote>> GetQuotesAsync(
        IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        return ForEachAsync(assets, asset => asset.QuoteAt(now, Name));
    }

    public Task<IReadOnlyDictionary<AssetId, Quote>> GetClosingQuotesAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly on, CancellationToken cancellationToken)
    {
        var last = LastClosed(on);
        return ForEachAsync(assets, asset => asset.CloseOn(last, Name));
    }

    public Task<IReadOnlyDictionary<AssetId, PriceSeries>> GetHistoryAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var last = LastClosed(to);
        return ForEachAsync(assets, asset => asset.History(from, last));
    }

    public Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult(_rates.Between(from, LastClosed(to)));

    // Today has no close yet.
    private DateOnly LastClosed(DateOnly to)
    {
        var yesterday = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(-1);
        return to < yesterday ? to : yesterday;
    }

    private Task<IReadOnlyDictionary<AssetId, T>> ForEachAsync<T>(
        IReadOnlyCollection<AssetId> ids, Func<SimulatedAsset, T?> ask) where T : class
    {
        var answers = new Dictionary<AssetId, T>(ids.Count);
        foreach (var id in ids)
        {
            if (_assets.TryGetValue(id, out var asset) && ask(asset) is { } answer) answers[id] = answer;
        }

        return Task.FromResult<IReadOnlyDictionary<AssetId, T>>(answers);
    }
}
