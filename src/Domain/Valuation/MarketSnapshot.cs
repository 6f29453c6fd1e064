using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Valuation;

/// <summary>What is known of the market at a moment.</summary>
/// <param name="AsOf">The moment; its day in UTC decides which exchange rates count.</param>
/// <param name="Assets">The assets; every one that is held must be among them.</param>
/// <param name="Quotes">The last known quote of each asset that has one.</param>
/// <param name="Rates">The exchange rates, those of past days included.</param>
public sealed record MarketSnapshot(
    DateTimeOffset AsOf,
    IReadOnlyDictionary<AssetId, Asset> Assets,
    IReadOnlyDictionary<AssetId, Quote> Quotes,
    ExchangeRates Rates)
{
    /// <summary>The day of the moment, in UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(AsOf.UtcDateTime);
}
