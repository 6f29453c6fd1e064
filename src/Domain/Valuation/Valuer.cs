using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>Puts a value on positions: prices, rates and nothing else go in; the same input gives the same value.</summary>
public static class Valuer
{
    /// <summary>Values positions in one currency.</summary>
    /// <param name="positions">What is held, and what came and went.</param>
    /// <param name="market">Prices and exchange rates.</param>
    /// <param name="currency">The currency of the value.</param>
    /// <returns>
    /// The value. A holding without a price, or without a rate for it, counts at cost; what has no rate at all is left out; each
    /// is told among the data issues.
    /// </returns>
    /// <exception cref="KeyNotFoundException">An asset that is held is not among those of the market.</exception>
    public static PortfolioValue Value(Positions positions, MarketSnapshot market, Currency currency) => Value([positions], market, currency);

    /// <summary>Values the positions of several portfolios together in one currency; what moved from one to another is no gain.</summary>
    /// <param name="portfolios">What is held in each, and what came and went.</param>
    /// <param name="market">Prices and exchange rates.</param>
    /// <param name="currency">The currency of the value.</param>
    /// <returns>
    /// The value. Holdings and cash are told portfolio by portfolio, with their shares of the whole; a data issue of several is told once.
    /// </returns>
    /// <exception cref="KeyNotFoundException">An asset that is held is not among those of the market.</exception>
    public static PortfolioValue Value(IReadOnlyCollection<Positions> portfolios, MarketSnapshot market, Currency currency)
    {
        var conversion = new Conversion(market.Rates, currency);
        List<DataIssue> issues = [];

        var holdings = portfolios.SelectMany(positions => positions.Holdings)
            .Select(holding => HoldingValuer.Value(holding, market, conversion, issues))
            .ToArray();
        var cash = portfolios.SelectMany(positions => positions.Cash)
            .Select(balance => new CashValue(balance, conversion.Of(balance, market.Day), Weight: 0))
            .ToArray();

        issues.AddRange(
            from positions in portfolios
            from overdraft in positions.Overdrafts
            where overdraft.To is null
            let balance = positions.Cash.Single(balance => balance.Currency == overdraft.Currency)
            select new DataIssue(
                DataIssue.CashNegative,
                $"The cash balance is {balance}: more went out than the ledger says came in.",
                From: overdraft.From));

        var owned = holdings.Sum(holding => holding.Value.Amount) + cash.Sum(balance => Math.Max(balance.Value, 0));
        var marketValue = holdings.Sum(holding => holding.Value.Amount);
        var cost = holdings.Sum(holding => holding.Cost.Amount);
        var dayChange = holdings.Sum(holding => holding.DayChange.Amount);

        return new()
        {
            AsOf = market.AsOf,
            Currency = currency,
            MarketValue = marketValue,
            Cash = cash.Sum(balance => balance.Value),
            CostBasis = cost,
            NetContributions = portfolios.SelectMany(positions => positions.Contributions).Sum(flow => conversion.Of(flow.Amount, flow.On)),
            UnrealizedGain = Gain.On(marketValue - cost, currency, cost),
            CurrencyGain = Gain.On(holdings.Sum(holding => holding.CurrencyGain.Amount), currency, cost),
            RealizedGain = RealizedGains.Total(portfolios.SelectMany(positions => positions.RealizedGains), conversion),
            Income = portfolios.SelectMany(positions => positions.Income).Sum(income => conversion.Of(income.Amount, income.On)),
            Fees = Total(portfolios, ChargeKind.Fee, conversion),
            Taxes = Total(portfolios, ChargeKind.Tax, conversion),
            DayChange = Gain.On(dayChange, currency, marketValue - dayChange),
            Holdings = [.. holdings.Select(holding => holding with { Weight = Share(holding.Value.Amount, owned) })],
            CashBalances = [.. cash.Select(balance => balance with { Weight = Share(balance.Value, owned) })],
            DataIssues = [.. issues.Distinct(), .. conversion.Issues()],
        };
    }

    private static decimal Total(IEnumerable<Positions> portfolios, ChargeKind kind, Conversion conversion) =>
        portfolios.SelectMany(positions => positions.Charges).Where(charge => charge.Kind == kind).Sum(charge => conversion.Of(charge.Amount, charge.On));

    private static double Share(decimal part, decimal whole) => part > 0 && whole > 0 ? (double)(part / whole) : 0;
}
