using Investr.Domain.Monetary;

namespace Investr.Domain.Market;

/// <summary>What an asset pays on each of its units, known to everybody; whoever holds it when its day opens does not get it any more.</summary>
/// <remarks>It is told, never booked: what an investor was really paid, after taxes and fees, is an entry of their ledger.</remarks>
/// <param name="ExDate">The first day on which the asset is traded without it.</param>
/// <param name="Amount">The amount for one unit, in units of the day.</param>
/// <param name="Currency">The currency of the amount.</param>
/// <param name="Source">The provider that it came from.</param>
public sealed record AssetDividend(DateOnly ExDate, decimal Amount, Currency Currency, string Source);
