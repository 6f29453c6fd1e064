using Investr.DataLoader;
using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>What an asset last closed at, on a day or before it; nothing where its prices begin later.</summary>
public interface IClosingQuoteLoader : IDataLoader<ClosingQuoteKey, Quote>;

/// <summary>Names a close.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="On">The day as of which it is asked for.</param>
public readonly record struct ClosingQuoteKey(AssetId Asset, DateOnly On);
