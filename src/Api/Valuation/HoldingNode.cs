using Investr.Api.Errors;
using Investr.Application.Market;
using Investr.Application.Portfolios;
using Investr.Application.Valuation;
using Investr.DataLoader;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Valuation;
using Investr.GraphQL;
using MediatR;

namespace Investr.Api.Valuation;

/// <summary>What a portfolio holds of one asset. Gains and income are in the portfolio's base currency.</summary>
[ObjectType<PortfolioHolding>(BindExplicitly = true, Include = [nameof(PortfolioHolding.Id)])]
[GraphQLName("Holding")]
[Node]
internal static class HoldingNode
{
    /// <summary>The asset.</summary>
    public static Asset GetAsset([Parent] PortfolioHolding holding) => holding.Value.Asset;

    /// <summary>The units held.</summary>
    public static decimal GetQuantity([Parent] PortfolioHolding holding) => holding.Value.Quantity.Units;

    /// <summary>What one unit cost on average, fees included, in the asset's currency.</summary>
    public static decimal GetAverageCost([Parent] PortfolioHolding holding) => holding.Value.AverageCost;

    /// <summary>What the units cost, fees included, at the rates of the days on which they were acquired.</summary>
    /// <param name="currency">The portfolio's base currency, if left out; another one at the valuation's rate.</param>
    [Cost(1)]
    public static Task<Money> GetCostBasisAsync(
        [Parent] PortfolioHolding holding, Currency? currency, IExchangeRateLoader rates, CancellationToken cancellationToken) =>
        InAsync(currency, holding, holding.Value.Cost, holding.Value.CostInAssetCurrency, rates, cancellationToken);

    /// <summary>The price of one unit, in the asset's currency; null where none is known.</summary>
    public static decimal? GetPrice([Parent] PortfolioHolding holding) => holding.Value.Price;

    /// <summary>Units times price; the cost where no price is known, which the valuation's dataIssues tell.</summary>
    /// <param name="currency">The portfolio's base currency, if left out; another one at the valuation's rate.</param>
    [Cost(1)]
    public static Task<Money> GetValueAsync(
        [Parent] PortfolioHolding holding, Currency? currency, IExchangeRateLoader rates, CancellationToken cancellationToken) =>
        InAsync(currency, holding, holding.Value.Value, holding.Value.ValueInAssetCurrency, rates, cancellationToken);

    /// <summary>The share of all that is owned (holdings and positive cash), from 0 to 1.</summary>
    public static double GetWeight([Parent] PortfolioHolding holding) => holding.Value.Weight;

    /// <summary>Value less cost; price effect and currency effect together.</summary>
    public static Gain GetUnrealizedGain([Parent] PortfolioHolding holding) => holding.Value.UnrealizedGain;

    /// <summary>The part of the unrealized gain that exchange rates made.</summary>
    public static Gain GetCurrencyGain([Parent] PortfolioHolding holding) => holding.Value.CurrencyGain;

    /// <summary>What sales brought over their cost.</summary>
    public static Gain GetRealizedGain([Parent] PortfolioHolding holding) => holding.Value.RealizedGain;

    /// <summary>Dividends, interest and rewards, before tax.</summary>
    public static decimal GetIncome([Parent] PortfolioHolding holding) => holding.Value.Income;

    /// <summary>What the units gained since the previous close.</summary>
    public static Gain GetDayChange([Parent] PortfolioHolding holding) => holding.Value.DayChange;

    /// <summary>The lots that are open, oldest first.</summary>
    public static IReadOnlyList<LotValue> GetLots([Parent] PortfolioHolding holding) => holding.Value.Lots;

    [NodeResolver]
    public static async Task<PortfolioHolding?> GetHoldingAsync(
        HoldingId id, IMediator mediator, ValuationLoader values, CancellationToken cancellationToken)
    {
        if (!id.TryRead(out var portfolio, out var asset)) return null;
        if (await mediator.Send(new GetPortfolio(portfolio), cancellationToken).OrNullIfNotFound() is null) return null;

        var value = await values.LoadRequiredAsync(new ValuationKey(portfolio), cancellationToken);
        return value.Holdings.FirstOrDefault(holding => holding.Asset.Id == asset) is { } found ? new(portfolio, value.AsOf, found) : null;
    }

    private static async Task<Money> InAsync(
        Currency? wanted, PortfolioHolding holding, Money inBase, Money inAsset, IExchangeRateLoader rates, CancellationToken cancellationToken)
    {
        if (wanted is not { } currency || currency == inBase.Currency) return inBase;
        if (currency == inAsset.Currency) return inAsset;

        var day = DateOnly.FromDateTime(holding.AsOf.UtcDateTime);
        var rate = await rates.LoadAsync(new ExchangeRateKey(inBase.Currency, currency, day), cancellationToken)
            ?? throw new GraphQLException(new GraphQLError($"No exchange rate from {inBase.Currency} to {currency} is known.") { Code = DataIssue.RateMissing });
        return new(inBase.Amount * rate.Rate, currency);
    }
}

/// <summary>Units bought together that are still held, in whole or in part.</summary>
[ObjectType<LotValue>(BindExplicitly = true, Include = [nameof(LotValue.UnitCost), nameof(LotValue.UnrealizedGain)])]
[GraphQLName("Lot")]
internal static class LotType
{
    /// <summary>Names the lot to a sale that picks its lots.</summary>
    public static Domain.Portfolios.LotId GetId([Parent] LotValue lot) => lot.Lot.Id;

    /// <summary>The day on which the units were acquired.</summary>
    public static DateOnly GetOpenedOn([Parent] LotValue lot) => lot.Lot.OpenedOn;

    /// <summary>The units that are left, in today's units after every split.</summary>
    public static decimal GetQuantity([Parent] LotValue lot) => lot.Lot.Quantity.Units;

    /// <summary>What those units cost, fees included, in the asset's currency.</summary>
    public static decimal GetCostBasis([Parent] LotValue lot) => lot.CostBasis.Amount;
}
