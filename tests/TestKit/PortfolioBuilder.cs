using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.TestKit;

/// <summary>Makes a portfolio: <c>A.Portfolio().Of("ada").In("EUR").With(ledger => ledger.Buys(…)).Build()</c>.</summary>
public sealed class PortfolioBuilder
{
    private string _owner = "ada";
    private string _name = "Savings";
    private string _currency = "USD";
    private CostBasisMethod _method = CostBasisMethod.Fifo;
    private Action<LedgerBuilder> _record = _ => { };

    public PortfolioBuilder Of(string owner)
    {
        _owner = owner;
        return this;
    }

    public PortfolioBuilder Named(string name)
    {
        _name = name;
        return this;
    }

    public PortfolioBuilder In(string currency)
    {
        _currency = currency;
        return this;
    }

    public PortfolioBuilder MatchedBy(CostBasisMethod method)
    {
        _method = method;
        return this;
    }

    public PortfolioBuilder With(Action<LedgerBuilder> record)
    {
        _record += record;
        return this;
    }

    public Portfolio Build()
    {
        var currency = Currency.Parse(_currency);
        var portfolio = Portfolio.Create(A.UserId(_owner), _name, description: null, currency, _method, new FakeClock().Now);
        _record(new LedgerBuilder(portfolio.Ledger, currency));
        return portfolio;
    }
}
