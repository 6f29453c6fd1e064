using Investr.Domain.Monetary;

namespace Investr.Domain.Portfolios;

/// <summary>What the entries of one asset came to under one method.</summary>
/// <param name="Outcomes">What each entry made, in their order.</param>
/// <param name="Holding">What is left in the end.</param>
internal sealed record HoldingHistory(IReadOnlyList<Outcome> Outcomes, Holding Holding);

/// <summary>What one entry made.</summary>
/// <param name="Held">Units held after it.</param>
/// <param name="Gains">Where it is a sale, the lots that it closed.</param>
/// <param name="HandOver">Where it is a transfer out, the lots that it took along.</param>
internal readonly record struct Outcome(Quantity Held, IReadOnlyList<RealizedGain> Gains, HandOver? HandOver)
{
    internal static Outcome None { get; } = new(Quantity.Zero, [], HandOver: null);
}
