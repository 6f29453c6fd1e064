using Investr.DataLoader;
using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>Assets by identity, custom ones too. It asks nobody for access.</summary>
public interface IAssetLoader : IDataLoader<AssetId, Asset>;

/// <summary>Assets by symbol, in any case, or else by ISIN: those of the catalogue and the viewer's own.</summary>
public interface IAssetBySymbolLoader : IDataLoader<string, AssetMatch>;

/// <summary>What a symbol stands for.</summary>
/// <param name="Assets">
/// The assets with that symbol, at least one; more than one where the viewer's own has a listed asset's symbol, or where an ISIN is
/// listed in several places.
/// </param>
public sealed record AssetMatch(IReadOnlyList<Asset> Assets)
{
    /// <summary>The asset, where there is no doubt which.</summary>
    public Asset? Single => Assets.Count == 1 ? Assets[0] : null;
}
