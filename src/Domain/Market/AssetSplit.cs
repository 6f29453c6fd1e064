using Investr.Domain.Monetary;

namespace Investr.Domain.Market;

/// <summary>A split of an asset, known to everybody: from the opening of its day on, one old unit is a number of new ones.</summary>
/// <param name="On">The first day on which it is quoted in new units.</param>
/// <param name="Ratio">New units for old ones: 3:1 made three of one, 1:10 one of ten.</param>
public sealed record AssetSplit(DateOnly On, Ratio Ratio);
