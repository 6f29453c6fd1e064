using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>A listing's symbol taken apart, so that each source can put it together in its own way.</summary>
/// <param name="Root">The company's own letters: BRK of BRK-B, VOD of VOD.L.</param>
/// <param name="Class">The class of shares: B of BRK-B; null for most.</param>
/// <param name="Exchange">The exchange; null where neither the symbol nor the listing names one that is known.</param>
internal sealed record Ticker(string Root, string? Class, Exchange? Exchange)
{
    /// <summary>The symbol of something that an exchange or a manager lists.</summary>
    internal static Ticker Of(Listing listing)
    {
        var symbol = listing.Symbol.ToUpperInvariant();
        var named = Exchanges.FindBySuffix(symbol);
        if (named is not null) symbol = symbol[..^named.Suffix.Length];

        // Both BRK-B and BRK.B are in use; a share class has one letter.
        var at = symbol.LastIndexOfAny(['-', '.', '/']);
        return at > 0 && at == symbol.Length - 2
            ? new Ticker(symbol[..at], symbol[^1..], named ?? Exchanges.Find(listing.Exchange))
            : new Ticker(symbol, Class: null, named ?? Exchanges.Find(listing.Exchange));
    }

    /// <summary>The coin of a listing: BTC of BTC, BTCUSD, BTC-USD and BTC/USD.</summary>
    internal static string CoinOf(Listing listing)
    {
        var symbol = listing.Symbol.ToUpperInvariant();
        var currency = listing.Currency.Code;
        return symbol.Length > currency.Length && symbol.EndsWith(currency, StringComparison.Ordinal)
            ? symbol[..^currency.Length].TrimEnd('-', '/')
            : symbol;
    }

    /// <summary>Whether it is sold on an exchange of the United States, or like a fund there.</summary>
    internal static bool IsAmerican(Listing listing) =>
        listing.Currency == Domain.Monetary.Currency.Usd &&
        listing.Type is not (AssetType.Crypto or AssetType.Bond or AssetType.Commodity) &&
        Of(listing).Exchange is { IsAmerican: true };

    /// <summary>The letters with the class set apart in a source's own way.</summary>
    internal string Written(char separator) => Class is null ? Root : $"{Root}{separator}{Class}";
}
