using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>Assets in memory, for what happens too often for the database to be asked each time: that a price changes.</summary>
public interface IAssetBook
{
    /// <summary>Keeps assets that were read just now.</summary>
    void Keep(IEnumerable<Asset> assets);

    /// <summary>An asset as it was within the last minute, custom ones too; null where there is none. It asks nobody for access.</summary>
    ValueTask<Asset?> ReadAsync(AssetId id, CancellationToken cancellationToken);
}
