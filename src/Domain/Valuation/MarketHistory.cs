using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Valuation;

/// <summary>What is known of the market over time.</summary>
/// <param name="Assets">The assets; every one that was ever held must be among them.</param>
/// <param name="Prices">
/// The closes of each asset that has some, as they were quoted on their days: not adjusted for splits, because the units of a ledger
/// are not either. A close is carried on until the next one, across a split of the ledger in new units.
/// </param>
/// <param name="Rates">The exchange rates.</param>
public sealed record MarketHistory(
    IReadOnlyDictionary<AssetId, Asset> Assets, IReadOnlyDictionary<AssetId, PriceSeries> Prices, ExchangeRates Rates);
