using System.Runtime.CompilerServices;
using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.GraphQL;

namespace Investr.Api.Market;

[SubscriptionType]
internal static class MarketSubscriptions
{
    /// <summary>
    /// A quote for each symbol at once, then each new price as it comes. A slow client misses prices between, never the newest. What is
    /// told of an asset is at most a minute old.
    /// </summary>
    /// <param name="symbols">The tickers, in any case; 500 at most. One that is not known is an error, and nothing is subscribed.</param>
    [Subscribe(With = nameof(SubscribeToPricesAsync)), SameForAll]
    [Cost(1)]
    public static async Task<Quote> PriceChangedAsync(
        IReadOnlyList<string> symbols,
        [EventMessage] Quote quote,
        IAssetLoader assets,
        IAssetBook book,
        CancellationToken cancellationToken)
    {
        // Prices come too often for each to ask the database for its asset.
        assets.SetCacheEntry(quote.Asset, await book.ReadAsync(quote.Asset, cancellationToken));
        return quote;
    }

    public static async IAsyncEnumerable<Quote> SubscribeToPricesAsync(
        IReadOnlyList<string> symbols,
        IAssetBySymbolLoader bySymbol,
        IAssetLoader assets,
        IAssetBook book,
        IPriceTicks ticks,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SymbolList.Check(symbols);
        var found = await FindAsync(symbols, bySymbol, cancellationToken);
        book.Keep(found);
        AssetId[] watched = [.. found.Select(asset => asset.Id).Distinct()];

        // Loaders live as long as the subscription, and would hold what they have read.
        bySymbol.ClearCache();
        assets.ClearCache();
        await foreach (var quote in ticks.SubscribeAsync(watched, cancellationToken)) yield return quote;
    }

    private static async Task<Asset[]> FindAsync(
        IReadOnlyList<string> symbols, IAssetBySymbolLoader bySymbol, CancellationToken cancellationToken)
    {
        var found = await bySymbol.LoadAsync(symbols, cancellationToken);
        var unknown = symbols.Where((_, index) => found[index] is null).ToArray();
        if (unknown.Length > 0)
        {
            throw new GraphQLException(
                [.. unknown.Select(symbol => new GraphQLError($"There is no asset with the symbol \"{symbol}\".") { Code = "NOT_FOUND" })]);
        }

        return [.. found.Select(match => match!.Assets[0])];
    }
}
