using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;

namespace Investr.Domain.Valuation;

/// <summary>What a holding is worth. Gains and income are in the currency of the valuation.</summary>
public sealed record HoldingValue
{
    /// <summary>The asset.</summary>
    public required Asset Asset { get; init; }

    /// <summary>What is held of it, before any price.</summary>
    public required Holding Holding { get; init; }

    /// <summary>The units held.</summary>
    public Quantity Quantity => Holding.Quantity;

    /// <summary>The price of one unit in the asset's currency; null where none is known.</summary>
    public required decimal? Price { get; init; }

    /// <summary>The lots, oldest first, each with its gain.</summary>
    public required IReadOnlyList<LotValue> Lots { get; init; }

    /// <summary>What one unit cost on average, in the asset's currency.</summary>
    public decimal AverageCost => Proportion.PerUnit(CostInAssetCurrency.Amount, Quantity.Units);

    /// <summary>What the units cost, in the asset's currency, at the rates of the days on which they were acquired.</summary>
    public required Money CostInAssetCurrency { get; init; }

    /// <summary>What the units cost, in the currency of the valuation, at the rates of the days on which they were acquired.</summary>
    public required Money Cost { get; init; }

    /// <summary>Units times price, in the asset's currency; the cost where no price is known.</summary>
    public required Money ValueInAssetCurrency { get; init; }

    /// <summary>The value in the currency of the valuation; the cost where no price or no rate is known.</summary>
    public required Money Value { get; init; }

    /// <summary>The share of all that is owned (holdings and positive cash), from 0 to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>Value less cost; price effect and currency effect together.</summary>
    public required Gain UnrealizedGain { get; init; }

    /// <summary>The part of the unrealized gain that the change of the exchange rate since the purchase made.</summary>
    public required Gain CurrencyGain { get; init; }

    /// <summary>What sales brought over their cost.</summary>
    public required Gain RealizedGain { get; init; }

    /// <summary>Dividends, interest and rewards, before tax.</summary>
    public required decimal Income { get; init; }

    /// <summary>What the units gained since the previous close, at the present exchange rate.</summary>
    public required Gain DayChange { get; init; }
}

/// <summary>What a lot is worth over its cost.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="CostBasis">What it cost, in the asset's currency.</param>
/// <param name="UnrealizedGain">Value less cost, in the currency of the valuation.</param>
public sealed record LotValue(Lot Lot, Money CostBasis, Gain UnrealizedGain)
{
    /// <summary>What one unit cost, in the asset's currency.</summary>
    public decimal UnitCost => Proportion.PerUnit(CostBasis.Amount, Lot.Quantity.Units);
}
