using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Calls;
using Investr.Infrastructure.MarketData.Catalogue;
using Investr.Infrastructure.MarketData.Sources;
using Investr.Infrastructure.Messaging;
using Investr.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Investr.Infrastructure.Tests.MarketData;

/// <summary>The simulated market and what stands around it, over a clock that the test moves.</summary>
internal sealed class SimulatedWorld
{
    internal static readonly AssetCatalogue Catalogue = AssetCatalogue.Read();

    // A Wednesday.
    internal static readonly DateTimeOffset Noon = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    internal SimulatedWorld(DateTimeOffset? now = null, long seed = 1)
    {
        Clock = new FakeClock(now ?? Noon);
        Options = new OptionsWrapper<SimulatedMarketOptions>(new SimulatedMarketOptions { Seed = seed });
        Market = new CountingSource(new SimulatedMarket(Catalogue, Options, Clock));
        Cache = new QuoteCache(Clock, NullLogger<QuoteCache>.Instance);
        Listings = new ListingBook(new CatalogueListings(), Clock);
        Calls = new SourceCalls([Market], Clock, NullLogger<SourceCalls>.Instance);
        var options = new QuotePathOptions();
        var intake = new QuoteIntake(Cache, Topics, options);
        var flights = new QuoteFlights(Calls, Cache, intake, options, Clock, NullLogger<QuoteFlights>.Instance);
        Router = new QuoteRouter(Calls, Listings, Cache, flights, Store, options, Clock);
        Ticks = new PriceTicks(Topics, Router);
        Stream = new QuoteStream(Calls, Listings, Topics, flights, intake, Clock, NullLogger<QuoteStream>.Instance);
    }

    internal FakeClock Clock { get; }

    internal IOptions<SimulatedMarketOptions> Options { get; }

    internal CountingSource Market { get; }

    internal InMemoryPriceStore Store { get; } = new();

    internal QuoteCache Cache { get; }

    internal ListingBook Listings { get; }

    internal SourceCalls Calls { get; }

    internal QuoteRouter Router { get; }

    internal PriceTopics Topics { get; } = new();

    internal PriceTicks Ticks { get; }

    internal QuoteStream Stream { get; }

    internal PriceHistory History => new(Store, Listings, Calls, new PriceBackfill(Store, Calls, Clock));

    internal static AssetId Id(string symbol) => StableAssetId.Of(symbol);

    internal static AssetId[] Ids(params string[] symbols) => [.. symbols.Select(Id)];

    internal static Listing Listing(string symbol) => new(Id(symbol), symbol, Exchange: null, Isin: null, AssetType.Stock, Currency.Usd);

    internal Task PollAsync() => Stream.PollAsync(Calls.Lines[0], TestContext.Current.CancellationToken);

    internal async Task<Quote> QuoteAsync(string symbol) =>
        (await Market.GetQuotesAsync([Listing(symbol)], TestContext.Current.CancellationToken)).Found[Id(symbol)];

    internal async Task<PriceSeries> HistoryAsync(string symbol, DateOnly from, DateOnly to) =>
        (await Market.GetHistoryAsync([Listing(symbol)], from, to, TestContext.Current.CancellationToken)).Found[Id(symbol)].Closes;

    internal Task<PriceSeries> TenYearsAsync(string symbol) =>
        HistoryAsync(symbol, SimulatedWalk.Epoch, new DateOnly(2025, 12, 31));
}
