using Investr.Application.Valuation;
using Investr.DataLoader;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Valuation;
using Investr.GraphQL;

namespace Investr.Api.Valuation;

/// <summary>What a portfolio is worth. Every field here reads the same valuation, made once a request and day.</summary>
[ExtendObjectType<Portfolio>]
internal static class PortfolioValuation
{
    /// <summary>What it is worth, in its base currency.</summary>
    /// <param name="asOf">The end of that day; now, if left out.</param>
    public static Task<PortfolioValue> GetValuationAsync(
        [Parent] Portfolio portfolio, DateOnly? asOf, ValuationLoader values, CancellationToken cancellationToken) =>
        values.LoadRequiredAsync(new ValuationKey(portfolio.Id, asOf), cancellationToken);

    /// <summary>What it holds, the largest first unless another order is asked for.</summary>
    /// <param name="asOf">The end of that day; now, if left out.</param>
    /// <param name="where">Which holdings.</param>
    /// <param name="order">Another order, the first key first.</param>
    [UsePaging(DefaultPageSize = 50, MaxPageSize = 500)]
    public static async Task<IReadOnlyList<PortfolioHolding>> GetHoldingsAsync(
        [Parent] Portfolio portfolio,
        DateOnly? asOf,
        HoldingFilter? where,
        IReadOnlyList<HoldingSort>? order,
        ValuationLoader values,
        CancellationToken cancellationToken)
    {
        var value = await values.LoadRequiredAsync(new ValuationKey(portfolio.Id, asOf), cancellationToken);
        return [.. HoldingOrder.Sort(value.Holdings.Where(holding => where?.Matches(holding) ?? true), order).Select(holding => new PortfolioHolding(portfolio.Id, value.AsOf, holding))];
    }

    /// <summary>The balance of each currency, derived from the ledger; negative where more went out than came in.</summary>
    /// <param name="asOf">The end of that day; now, if left out.</param>
    public static async Task<IReadOnlyList<Money>> GetCashAsync(
        [Parent] Portfolio portfolio, DateOnly? asOf, ValuationLoader values, CancellationToken cancellationToken) =>
        [.. (await values.LoadRequiredAsync(new ValuationKey(portfolio.Id, asOf), cancellationToken)).CashBalances.Select(cash => cash.Balance)];
}
