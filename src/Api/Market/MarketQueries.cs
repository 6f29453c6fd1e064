using Investr.Api.Paging;
using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Market;

[QueryType]
internal static class MarketQueries
{
    /// <summary>An asset by its symbol or its id; null where it is not known.</summary>
    /// <param name="symbol">The ticker, in any case.</param>
    /// <param name="id">The global id.</param>
    public static async Task<Asset?> GetAssetAsync(
        string? symbol, AssetId? id, IAssetBySymbolLoader bySymbol, IMediator mediator, CancellationToken cancellationToken)
    {
        if (id is { } known) return await mediator.Send(new GetAsset(known), cancellationToken);
        return symbol is null ? null : (await bySymbol.LoadAsync(symbol, cancellationToken))?.Assets[0];
    }

    /// <summary>The catalogue, and what the caller made for themselves, by symbol unless another order is asked for.</summary>
    /// <param name="where">Which assets.</param>
    /// <param name="order">Another order, the first key first.</param>
    [UsePaging(MaxPageSize = 500)]
    public static async Task<Connection<Asset>> GetAssetsAsync(
        PagingArguments page,
        AssetFilter? where,
        IReadOnlyList<AssetSort>? order,
        IMediator mediator,
        CancellationToken cancellationToken) =>
        (await mediator.Send(new ListAssets(page.ToRequest(), where, order), cancellationToken)).ToConnection();

    /// <summary>
    /// The assets that fit best, the best first: by symbol, by ISIN, by the beginnings of words of the name in any order, and with a typo in
    /// words of 4 letters and two in words of 8.
    /// </summary>
    /// <param name="term">What somebody typed.</param>
    /// <param name="first">How many at most; 50 whatever is asked.</param>
    [ListSize(AssumedSize = 50, SlicingArguments = ["first"])]
    public static Task<IReadOnlyList<Asset>> SearchAssetsAsync(
        string term, IMediator mediator, CancellationToken cancellationToken, int first = 10) =>
        mediator.Send(new SearchAssets(term, first), cancellationToken);

    /// <summary>
    /// Quotes in the order asked for; null where a symbol is not known. One request to each provider's bulk endpoint, however many
    /// symbols; 500 at most.
    /// </summary>
    /// <param name="symbols">The tickers, in any case.</param>
    [ListSize(AssumedSize = SymbolList.MostSymbols, SlicingArguments = ["symbols"])]
    public static async Task<IReadOnlyList<Quote?>> GetQuotesAsync(
        IReadOnlyList<string> symbols, IAssetBySymbolLoader bySymbol, IQuoteLoader quotes, CancellationToken cancellationToken)
    {
        SymbolList.Check(symbols);
        var found = await bySymbol.LoadAsync(symbols, cancellationToken);
        return await Task.WhenAll(found.Select(match => match is null
            ? Task.FromResult<Quote?>(null)
            : quotes.LoadAsync(match.Assets[0].Id, cancellationToken)));
    }

    /// <summary>The rate of a day, else of the last day before it that has one; null where none is known.</summary>
    /// <param name="from">The currency that is exchanged.</param>
    /// <param name="to">The currency that is received.</param>
    /// <param name="on">The day; today, if left out.</param>
    public static async Task<decimal?> GetExchangeRateAsync(
        Currency from, Currency to, DateOnly? on, IExchangeRateLoader rates, TimeProvider time, CancellationToken cancellationToken) =>
        (await rates.LoadAsync(new ExchangeRateKey(from, to, on ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)), cancellationToken))?.Rate;
}
