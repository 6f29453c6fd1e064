using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>What a history is made of beside the ledger.</summary>
/// <param name="Method">How sales are matched with lots; it matters only to what counts at cost.</param>
/// <param name="Market">Closes and exchange rates.</param>
/// <param name="Currency">The currency of the values.</param>
/// <param name="To">The last day; entries after it do not count.</param>
internal sealed record HistoryScope(CostBasisMethod Method, MarketHistory Market, Currency Currency, DateOnly To)
{
    /// <summary>Whether all but the closes is the same.</summary>
    internal bool IsLike(HistoryScope other) =>
        Method == other.Method && Currency == other.Currency && To == other.To && ReferenceEquals(Market.Rates, other.Market.Rates);
}
