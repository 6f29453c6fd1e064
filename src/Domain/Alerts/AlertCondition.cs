using Investr.Domain.Market;

namespace Investr.Domain.Alerts;

/// <summary>What must happen to a price for an alert to fire.</summary>
public enum AlertCondition
{
    /// <summary>The price is above the threshold.</summary>
    PriceAbove,

    /// <summary>The price is below the threshold.</summary>
    PriceBelow,

    /// <summary>The day's change, up or down, is more than the threshold, as a fraction: 0.05 is 5 %.</summary>
    DayChangeExceeds,
}

/// <summary>Conditions as numbers that rise: each holds while its measure is above its level.</summary>
public static class AlertMeasures
{
    /// <summary>What a condition looks at in a quote; null where the quote does not tell it.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="quote">The quote.</param>
    public static decimal? MeasureOf(this AlertCondition condition, Quote quote) => condition switch
    {
        AlertCondition.PriceAbove => quote.Price,
        AlertCondition.PriceBelow => -quote.Price,
        _ => quote.PreviousClose > 0 ? Math.Abs(quote.Price - quote.PreviousClose.Value) / quote.PreviousClose : null,
    };

    /// <summary>The level of the measure that stands for a threshold.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="threshold">The threshold.</param>
    public static decimal LevelOf(this AlertCondition condition, decimal threshold) =>
        condition == AlertCondition.PriceBelow ? -threshold : threshold;
}
