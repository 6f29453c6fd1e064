using System.Globalization;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>Puts a value on one holding.</summary>
internal static class HoldingValuer
{
    internal static HoldingValue Value(Holding holding, MarketSnapshot market, Conversion conversion, List<DataIssue> issues)
    {
        var asset = market.Assets[holding.Asset];
        var inAsset = new Conversion(market.Rates, asset.Currency);
        var today = conversion.RateOn(market.Day, asset.Currency);
        var quote = market.Quotes.GetValueOrDefault(asset.Id);
        var price = PriceOf(asset, quote, quote?.Price, inAsset, market.Day);
        TellOfPrice(asset, quote, price, issues);

        var lots = holding.Lots.Select(lot => ValueOf(lot, price, today, inAsset, conversion)).ToArray();
        var cost = lots.Sum(lot => lot.Cost);
        var value = lots.Sum(lot => lot.Value);
        var costInAsset = lots.Sum(lot => lot.CostInAsset);
        var dayChange = DayChange(holding, asset, quote, price, today, inAsset, market.Day);
        issues.AddRange(inAsset.Issues().Select(issue => issue with { Asset = asset.Id }));

        return new()
        {
            Asset = asset,
            Holding = holding,
            Price = price,
            Lots =
            [
                .. lots.Select(lot => new LotValue(
                    lot.Lot, new Money(lot.CostInAsset, asset.Currency), Gain.On(lot.Value - lot.Cost, conversion.To, lot.Cost))),
            ],
            CostInAssetCurrency = new(costInAsset, asset.Currency),
            Cost = new(cost, conversion.To),
            ValueInAssetCurrency = new(lots.Sum(lot => lot.ValueInAsset), asset.Currency),
            Value = new(value, conversion.To),
            Weight = 0,
            UnrealizedGain = Gain.On(value - cost, conversion.To, cost),
            CurrencyGain = Gain.On(lots.Sum(lot => lot.CurrencyGain), conversion.To, cost),
            RealizedGain = RealizedGains.Total(holding.RealizedGains, conversion),
            Income = holding.Income.Sum(income => conversion.Of(income.Amount, income.On)),
            DayChange = Gain.On(dayChange, conversion.To, value - dayChange),
        };
    }

    private static LotFigures ValueOf(Lot lot, decimal? price, decimal? today, Conversion inAsset, Conversion conversion)
    {
        var costInAsset = lot.CostBasis.Amount * inAsset.RateOf(lot.CostBasis, lot.OpenedOn, lot.Pool).GetValueOrDefault();
        var valueInAsset = price is { } known ? lot.Quantity.Units * known : costInAsset;

        // Without the rate of the purchase the cost is told at the present one: the price effect stays true, the currency effect is nil.
        var cost = conversion.RateOf(lot.CostBasis, lot.OpenedOn, lot.Pool) is { } then
            ? lot.CostBasis.Amount * then
            : costInAsset * today.GetValueOrDefault();
        if (today is not { } rate || price is null) return new(lot, costInAsset, valueInAsset, cost, Value: cost, CurrencyGain: 0);

        var value = valueInAsset * rate;
        var priceEffect = (valueInAsset - costInAsset) * rate;
        return new(lot, costInAsset, valueInAsset, cost, value, value - cost - priceEffect);
    }

    private static decimal? PriceOf(Asset asset, Quote? quote, decimal? price, Conversion inAsset, DateOnly day) =>
        quote is null || quote.Currency == asset.Currency ? price : price * inAsset.RateOn(day, quote.Currency);

    private static decimal DayChange(
        Holding holding, Asset asset, Quote? quote, decimal? price, decimal? today, Conversion inAsset, DateOnly day)
    {
        var change = price - PriceOf(asset, quote, quote?.PreviousClose, inAsset, day);
        return (holding.Quantity.Units * change * today).GetValueOrDefault();
    }

    private static void TellOfPrice(Asset asset, Quote? quote, decimal? price, List<DataIssue> issues)
    {
        if (price is null)
        {
            issues.Add(new(DataIssue.PriceMissing, $"No price of {asset.Symbol} is known; it counts at cost.", asset.Id));
        }
        else if (quote is { Freshness: QuoteFreshness.Stale })
        {
            var since = DateOnly.FromDateTime(quote.AsOf.UtcDateTime);
            var day = since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            issues.Add(new(DataIssue.PriceStale, $"The last price of {asset.Symbol} is of {day}.", asset.Id, From: since));
        }
    }

    private readonly record struct LotFigures(
        Lot Lot, decimal CostInAsset, decimal ValueInAsset, decimal Cost, decimal Value, decimal CurrencyGain);
}
