using Investr.Application.Performance;
using Investr.Application.Valuation;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>What this request has loaded of portfolios so far.</summary>
internal sealed class LoadedPortfolios(
    IPortfolioLoader portfolios, ILedgerLoader ledgers, IPositionsLoader positions, ValuationLoader values, HistoryLoader histories)
{
    /// <summary>Makes what is loaded from now on show a portfolio as it was just committed.</summary>
    public void Renew(Portfolio portfolio)
    {
        portfolios.RemoveCacheEntry(portfolio.Id);
        portfolios.SetCacheEntry(portfolio.Id, portfolio);
        ledgers.ClearCache();
        positions.ClearCache();
        histories.ClearCache();
        values.ClearCache();
    }
}
