using Investr.Application.Filtering;
using Investr.Domain.Market;
using Investr.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Conditions on assets that several queries share.</summary>
internal static class AssetQueries
{
    /// <summary>The catalogue, and what the viewer made for themselves.</summary>
    public static IQueryable<Asset> VisibleTo(this IQueryable<Asset> assets, UserId? viewer) =>
        viewer is null
            ? assets.Where(asset => asset.OwnerId == null)
            : assets.Where(asset => asset.OwnerId == null || asset.OwnerId == viewer);

    /// <summary>Those whose symbol is like this.</summary>
    public static IQueryable<Asset> WithSymbol(this IQueryable<Asset> assets, StringFilter symbol)
    {
        if (symbol.Eq is { } same) assets = assets.Where(asset => asset.Symbol == same);
        if (symbol.Neq is { } other) assets = assets.Where(asset => asset.Symbol != other);
        if (symbol.In is { } any) assets = assets.Where(asset => any.Contains(asset.Symbol));
        if (symbol.Contains is { } part)
        {
            var pattern = $"%{LikePattern.Literally(part)}%";
            assets = assets.Where(asset => EF.Functions.Like(asset.Symbol, pattern, LikePattern.Escape));
        }

        if (symbol.StartsWith is { } beginning)
        {
            var pattern = $"{LikePattern.Literally(beginning)}%";
            assets = assets.Where(asset => EF.Functions.Like(asset.Symbol, pattern, LikePattern.Escape));
        }

        return assets;
    }
}
