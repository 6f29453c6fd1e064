using Investr.Domain.Market;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Calls;
using Investr.Infrastructure.Messaging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Investr.Infrastructure.Tests.MarketData;

/// <summary>The whole path of a quote over sources of a test's own, for assets that are called S0, S1 and so on unless the test says which.</summary>
internal sealed class QuotePath
{
    internal QuotePath(TimeProvider clock, params IMarketDataSource[] sources)
        : this(clock, Listings(1_000), sources)
    {
    }

    internal QuotePath(TimeProvider clock, Listing[] listings, params IMarketDataSource[] sources)
    {
        Calls = new SourceCalls(sources, clock, NullLogger<SourceCalls>.Instance);
        Cache = new QuoteCache(clock, NullLogger<QuoteCache>.Instance);
        Intake = new QuoteIntake(Cache, Topics, Options);
        Flights = new QuoteFlights(Calls, Cache, Intake, Options, clock, NullLogger<QuoteFlights>.Instance);
        Book = new ListingBook(new GivenListings(listings), clock);
        Router = new QuoteRouter(Calls, Book, Cache, Flights, Store, Options, clock);
        Stream = new QuoteStream(Calls, Book, Topics, Flights, Intake, clock, NullLogger<QuoteStream>.Instance);
    }

    internal QuotePathOptions Options { get; } = new();

    internal ListingBook Book { get; }

    internal SourceCalls Calls { get; }

    internal QuoteCache Cache { get; }

    internal QuoteIntake Intake { get; }

    internal QuoteFlights Flights { get; }

    internal InMemoryPriceStore Store { get; } = new();

    internal PriceTopics Topics { get; } = new();

    internal QuoteRouter Router { get; }

    internal QuoteStream Stream { get; }

    internal MarketDataHealth Health => new(new ProviderStatuses(Calls));

    internal static Listing[] Listings(int count) => [.. Enumerable.Range(0, count).Select(number => SimulatedWorld.Listing($"S{number}"))];

    internal static AssetId[] Ids(int count) => [.. Listings(count).Select(listing => listing.Asset)];

    internal Task<IReadOnlyDictionary<AssetId, Quote>> GetAsync(params AssetId[] assets) =>
        Router.GetAsync(assets, TestContext.Current.CancellationToken);

    private sealed class GivenListings(Listing[] listings) : IListingStore
    {
        private readonly Dictionary<AssetId, Listing> _all = listings.ToDictionary(listing => listing.Asset);

        public Task<IReadOnlyList<Listing>> ReadAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Listing>>([.. assets.Where(_all.ContainsKey).Select(asset => _all[asset])]);
    }
}
