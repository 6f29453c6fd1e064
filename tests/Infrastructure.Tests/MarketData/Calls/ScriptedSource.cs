using System.Collections.Concurrent;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;

namespace Investr.Infrastructure.Tests.MarketData.Calls;

/// <summary>A source that does what a test says: it quotes everything at 100 dollars unless there is an answer for the call, or for the symbol.</summary>
internal sealed class ScriptedSource(TimeProvider clock, string name = "scripted") : IMarketDataSource
{
    private readonly ConcurrentQueue<Func<CancellationToken, Task>> _script = new();
    private readonly ConcurrentQueue<string[]> _calls = new();

    public string Name => name;

    public SourceCapabilities Capabilities { get; init; } = new()
    {
        Quotes = new Offer(50), History = new Offer(50), Rates = new Offer(int.MaxValue), RefreshAfter = TimeSpan.FromMinutes(1),
    };

    /// <summary>The symbols of each call.</summary>
    internal IReadOnlyList<string[]> Calls => [.. _calls];

    internal Func<Listing, bool> Covered { get; init; } = _ => true;

    /// <summary>Why it has nothing for a symbol.</summary>
    internal ConcurrentDictionary<string, SourceFault> Lacks { get; } = new();

    /// <summary>What it quotes where it is not the usual.</summary>
    internal Func<Quote, Quote> Alter { get; set; } = quote => quote;

    /// <summary>Whether every call fails.</summary>
    internal bool IsDown { get; set; }

    /// <summary>What the next call does before it answers; each counts for one call.</summary>
    internal ScriptedSource Next(Func<CancellationToken, Task> first)
    {
        _script.Enqueue(first);
        return this;
    }

    internal ScriptedSource NextFails(SourceFault fault, TimeSpan? retryAfter = null) =>
        Next(_ => throw new SourceException(fault, "as told") { RetryAfter = retryAfter });

    public bool Covers(Listing listing) => Covered(listing);

    public async Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken)
    {
        await BeginAsync(listings, cancellationToken);
        return Answer(listings, listing => Alter(
            new Quote(listing.Asset, 100, listing.Currency, clock.GetUtcNow(), QuoteFreshness.Live, name)));
    }

    public async Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await BeginAsync(listings, cancellationToken);
        return Answer(listings, listing => new DailyHistory(new PriceSeries(
            listing.Asset, Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(day => new PricePoint(from.AddDays(day), 100)))));
    }

    public async Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await BeginAsync([], cancellationToken);
        return [new ExchangeRate(Currency.Eur, Currency.Usd, to, 1.1m)];
    }

    private async Task BeginAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken)
    {
        _calls.Enqueue([.. listings.Select(listing => listing.Symbol)]);
        if (IsDown) throw new HttpRequestException("down");
        if (_script.TryDequeue(out var first)) await first(cancellationToken);
    }

    private SourceAnswer<T> Answer<T>(IReadOnlyList<Listing> listings, Func<Listing, T> answer) => new(
        listings.Where(listing => !Lacks.ContainsKey(listing.Symbol)).ToDictionary(listing => listing.Asset, answer),
        listings.Where(listing => Lacks.ContainsKey(listing.Symbol)).ToDictionary(listing => listing.Asset, listing => Lacks[listing.Symbol]));
}
