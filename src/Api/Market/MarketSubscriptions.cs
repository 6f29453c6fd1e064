using System.Runtime.CompilerServices;
using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.GraphQL;

namespace Investr.Api.Market;

[SubscriptionType]
internal static class MarketSubscriptions
{
    /// <summary>A quote for each symbol at once, then each new price as it comes. A slow client misses prices between, never the newest.</summary>
    /// <param name="symbols">The tickers, in any case; 500 at most. One that is not known is an error, and nothing is subscribed.</param>
    [Subscribe(With = nameof(SubscribeToPricesAsync)), SameForAll]
    public static Quote PriceChanged(IReadOnlyList<string> symbols, [EventMessage] Quote quote) => quote;

    public static async IAsyncEnumerable<Quote> SubscribeToPricesAsync(
        IReadOnlyList<string> symbols,
        IAssetBySymbolLoader bySymbol,
        IPriceTicks ticks,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SymbolList.Check(symbols);
        var found = await bySymbol.LoadAsync(symbols, cancellationToken);
        var unknown = symbols.Where((_, index) => found[index] is null).ToArray();
        if (unknown.Length > 0)
        {
            throw new GraphQLException(
                [.. unknown.Select(symbol => new GraphQLError($"There is no asset with the symbol \"{symbol}\".") { Code = "NOT_FOUND" })]);
        }

        var assets = found.Select(match => match!.Assets[0].Id).Distinct().ToArray();
        await foreach (var quote in ticks.SubscribeAsync(assets, cancellationToken)) yield return quote;
    }
}
