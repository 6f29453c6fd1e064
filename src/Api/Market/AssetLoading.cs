using Investr.Application.Market;
using Investr.Domain.Market;

namespace Investr.Api.Market;

internal static class AssetLoading
{
    /// <summary>The asset of an id that may be missing.</summary>
    public static Task<Asset?> LoadOrNullAsync(this IAssetLoader assets, AssetId? id, CancellationToken cancellationToken) =>
        id is { } known ? assets.LoadAsync(known, cancellationToken) : Task.FromResult<Asset?>(null);
}
