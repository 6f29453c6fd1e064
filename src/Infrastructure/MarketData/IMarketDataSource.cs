using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData;

/// <summary>
/// A place that market data come from: one API, turned into quotes, closes and rates. Caching, limits, retries and fallback stand
/// around it and are written once.
/// </summary>
/// <remarks>
/// Each method is one call to the API, with as many listings as <see cref="Capabilities"/> allow. It throws a
/// <see cref="SourceException"/> where the whole call failed; a listing that failed by itself is among the answer's faults. What a
/// source does not offer it is not asked for, and need not write.
/// </remarks>
internal interface IMarketDataSource
{
    /// <summary>The name that quotes carry, such as simulated.</summary>
    string Name { get; }

    SourceCapabilities Capabilities { get; }

    /// <summary>Whether it is worth asking for this one; answered by type, exchange and currency alone, without any call.</summary>
    bool Covers(Listing listing);

    /// <summary>The newest quotes.</summary>
    Task<SourceAnswer<Quote>> GetQuotesAsync(IReadOnlyList<Listing> listings, CancellationToken cancellationToken) =>
        Task.FromResult(SourceAnswer<Quote>.Nothing);

    /// <summary>The daily closes of a span, as they were quoted on their days.</summary>
    Task<SourceAnswer<DailyHistory>> GetHistoryAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult(SourceAnswer<DailyHistory>.Nothing);

    /// <summary>The dividends and splits whose day lies in a span; for a source whose closes do not bring them along.</summary>
    Task<SourceAnswer<CorporateActions>> GetActionsAsync(
        IReadOnlyList<Listing> listings, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult(SourceAnswer<CorporateActions>.Nothing);

    /// <summary>The daily rates of all pairs that it quotes, each in one direction.</summary>
    Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<ExchangeRate>>([]);

    /// <summary>Prices as they are made, over one connection.</summary>
    /// <param name="watched">
    /// Each list is all that is wanted from then on; the first is waited for before anything is opened. It heeds its token.
    /// </param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <returns>Quotes until the connection ends; one that breaks ends in a <see cref="SourceException"/>.</returns>
    IAsyncEnumerable<Quote> StreamAsync(IAsyncEnumerable<IReadOnlyList<Listing>> watched, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<Quote>();
}
