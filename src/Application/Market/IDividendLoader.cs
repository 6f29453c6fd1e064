using Investr.DataLoader;
using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>What assets paid, as far as sources told of it; nothing for one of which none did.</summary>
public interface IDividendLoader : IDataLoader<AssetId, AssetDividends>;

/// <summary>The dividends of an asset.</summary>
/// <param name="All">Oldest first.</param>
public sealed record AssetDividends(IReadOnlyList<AssetDividend> All);
