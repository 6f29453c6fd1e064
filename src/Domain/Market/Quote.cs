using Investr.Domain.Monetary;

namespace Investr.Domain.Market;

/// <summary>How fresh a quote is.</summary>
public enum QuoteFreshness
{
    /// <summary>Streaming, or fetched within the provider's own interval.</summary>
    Live,

    /// <summary>Published by the provider with a delay.</summary>
    Delayed,

    /// <summary>The last close.</summary>
    EndOfDay,

    /// <summary>Older than it should be: the provider did not answer, and this is the last price known.</summary>
    Stale,

    /// <summary>Entered by hand.</summary>
    Manual,
}

/// <summary>What an asset was last seen to cost.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Price">The price of one unit.</param>
/// <param name="Currency">The currency of every price in this quote.</param>
/// <param name="AsOf">When the price was made.</param>
/// <param name="Freshness">How fresh it is.</param>
/// <param name="Source">The provider that it came from.</param>
public sealed record Quote(
    AssetId Asset, decimal Price, Currency Currency, DateTimeOffset AsOf, QuoteFreshness Freshness, string Source)
{
    /// <summary>The close of the trading day before.</summary>
    public decimal? PreviousClose { get; init; }

    /// <summary>The first price of the day.</summary>
    public decimal? Open { get; init; }

    /// <summary>The highest price of the day.</summary>
    public decimal? High { get; init; }

    /// <summary>The lowest price of the day.</summary>
    public decimal? Low { get; init; }

    /// <summary>Units traded on the day.</summary>
    public decimal? Volume { get; init; }

    /// <summary>The price less the previous close.</summary>
    public decimal? Change => Price - PreviousClose;

    /// <summary>The change as a fraction of the previous close.</summary>
    public double? ChangeRatio => PreviousClose is > 0m ? (double)(Change!.Value / PreviousClose.Value) : null;
}
