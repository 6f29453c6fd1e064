using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>A sale or transfer takes more than was held.</summary>
/// <param name="Entry">The entry that takes too much.</param>
/// <param name="Asset">The asset.</param>
/// <param name="On">The leanest day from the sale on: the day on which the units would be missing.</param>
/// <param name="Held">How many the sale could have taken.</param>
/// <param name="Asked">How many it asked for.</param>
public sealed record InsufficientQuantity(TransactionId Entry, AssetId Asset, DateOnly On, Quantity Held, Quantity Asked)
    : Refusal("INSUFFICIENT_QUANTITY")
{
    /// <summary>The asset's symbol, for whoever knows it and wants it in the message.</summary>
    public string? Symbol { get; init; }

    /// <inheritdoc/>
    public override string Message =>
        FormattableString.Invariant($"{Asked} of {Symbol ?? "the asset"} asked for, but only {Held} free on {On:yyyy-MM-dd}.");
}
