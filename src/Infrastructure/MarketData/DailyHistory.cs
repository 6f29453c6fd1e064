using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData;

/// <summary>What a source has of the days of a span.</summary>
/// <param name="Closes">The closes, as they were quoted on their days, in the listing's currency.</param>
/// <param name="Actions">Dividends and splits, where they come along with the closes; else null, and a call of their own has them.</param>
internal sealed record DailyHistory(PriceSeries Closes, CorporateActions? Actions = null);

/// <summary>What happened to an asset apart from its price.</summary>
internal sealed record CorporateActions(AssetId Asset, IReadOnlyList<CashDividend> Dividends, IReadOnlyList<AssetSplit> Splits);

/// <summary>A dividend for one unit.</summary>
/// <param name="ExDate">The first day on which a buyer does not get it.</param>
/// <param name="Amount">What one unit gets.</param>
/// <param name="Currency">The currency of the amount, which need not be that of the price.</param>
internal sealed record CashDividend(DateOnly ExDate, decimal Amount, Currency Currency);
