using Investr.DataLoader;
using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>The daily closes of an asset over a span; nothing where it has none in it.</summary>
public interface IPriceSeriesLoader : IDataLoader<PriceSeriesKey, PriceSeries>;

/// <summary>Names a stretch of an asset's closes.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct PriceSeriesKey(AssetId Asset, DateOnly From, DateOnly To);
