using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>Units of one lot that one sale closed.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Lot">The lot.</param>
/// <param name="Sale">The sale.</param>
/// <param name="OpenedOn">The day on which the units were acquired.</param>
/// <param name="ClosedOn">The day on which they were sold.</param>
/// <param name="Quantity">How many, in the units of the day of sale.</param>
/// <param name="CostBasis">What they cost, fee and tax of the purchase included.</param>
/// <param name="Proceeds">What they brought, less the sale's fee.</param>
public sealed record RealizedGain(
    AssetId Asset,
    LotId Lot,
    TransactionId Sale,
    DateOnly OpenedOn,
    DateOnly ClosedOn,
    Quantity Quantity,
    Money CostBasis,
    Money Proceeds)
{
    /// <summary>Where the cost is an average, the purchases behind it; null where it is that of the day of purchase.</summary>
    internal PurchasePool? Pool { get; init; }

    /// <summary>Days from purchase to sale.</summary>
    public int DaysHeld => ClosedOn.DayNumber - OpenedOn.DayNumber;

    /// <summary>Proceeds less cost; null where they are in different currencies and only a conversion can tell.</summary>
    public Money? Gain => Proceeds.Currency == CostBasis.Currency ? Proceeds - CostBasis : null;
}
