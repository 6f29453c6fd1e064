using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>
/// Purchases that share one average cost, as they stood after the last of them. What leaves takes its part of every purchase, so
/// the average exchange rate of what is left changes only when something is added; from this chain any currency can work it out.
/// </summary>
internal sealed class PurchasePool(PurchasePool? before, decimal costBefore, Money added, DateOnly on)
{
    /// <summary>The same pool before the last purchase; null where that was the first.</summary>
    internal PurchasePool? Before { get; } = before;

    /// <summary>What was left of the cost before the last purchase.</summary>
    internal decimal CostBefore { get; } = costBefore;

    /// <summary>What the last purchase cost.</summary>
    internal Money Added { get; } = added;

    /// <summary>The day of the last purchase.</summary>
    internal DateOnly On { get; } = on;
}
