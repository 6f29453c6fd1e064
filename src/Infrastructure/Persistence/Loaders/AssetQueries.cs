using Investr.Domain.Market;
using Investr.Domain.Users;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Conditions on assets that several queries share.</summary>
internal static class AssetQueries
{
    /// <summary>The catalogue, and what the viewer made for themselves.</summary>
    public static IQueryable<Asset> VisibleTo(this IQueryable<Asset> assets, UserId? viewer) =>
        viewer is null
            ? assets.Where(asset => asset.OwnerId == null)
            : assets.Where(asset => asset.OwnerId == null || asset.OwnerId == viewer);
}
