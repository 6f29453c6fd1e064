using Investr.Application.Performance;
using Investr.Application.Valuation;
using Investr.Domain.Portfolios;

namespace Investr.Application.Portfolios;

/// <summary>What this request has loaded of portfolios so far, and what is watched of them.</summary>
internal sealed class LoadedPortfolios(
    IPortfolioLoader portfolios,
    ILedgerLoader ledgers,
    IPositionsLoader positions,
    ValuationLoader values,
    HistoryLoader histories,
    IFellowMembersLoader fellows,
    OpenValuations open)
{
    /// <summary>Makes what is loaded from now on show a portfolio as it was just committed.</summary>
    public void Renew(Portfolio portfolio)
    {
        Forget(portfolio.Id);
        portfolios.SetCacheEntry(portfolio.Id, portfolio);
    }

    /// <summary>Makes a portfolio be loaded anew, with all that hangs on it.</summary>
    public void Forget(PortfolioId portfolio)
    {
        portfolios.RemoveCacheEntry(portfolio);
        ledgers.ClearCache();
        positions.ClearCache();
        histories.ClearCache();
        values.ClearCache();
        fellows.ClearCache();
        open.Renew(portfolio);
    }
}
