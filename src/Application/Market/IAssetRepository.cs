using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>Assets as they are kept, for those who change them.</summary>
public interface IAssetRepository
{
    /// <summary>Keeps a new asset from the next commit on.</summary>
    void Add(Asset asset);

    /// <summary>An asset, to be changed.</summary>
    Task<Asset?> FindAsync(AssetId id, CancellationToken cancellationToken);

    /// <summary>The listed assets that have one of the symbols, to be changed; case does not matter.</summary>
    Task<IReadOnlyList<Asset>> FindListedAsync(IReadOnlyCollection<string> symbols, CancellationToken cancellationToken);
}
