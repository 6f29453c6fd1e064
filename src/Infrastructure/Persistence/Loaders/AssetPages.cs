using System.Linq.Expressions;
using Investr.Application;
using Investr.Application.Filtering;
using Investr.Application.Market;
using Investr.Domain.Market;
using Investr.Domain.Users;
using Investr.Infrastructure.Persistence.Paging;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

internal sealed class AssetPages(IDbContextFactory<InvestrDbContext> contexts, IAssetLoader loaded) : IAssetPages
{
    public async Task<Page<Asset>> ListAsync(
        UserId? viewer, AssetFilter? where, IReadOnlyList<AssetSort> order, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var assets = context.Assets.AsNoTracking().VisibleTo(viewer);
        if (where is not null) assets = assets.Where(ConditionOf(where));

        var found = await assets.ToPageAsync(page, KeysetOf(order), cancellationToken);
        foreach (var item in found.Items) loaded.SetCacheEntry(item.Item.Id, item.Item);
        return found;
    }

    private static Expression<Func<Asset, bool>> ConditionOf(AssetFilter where)
    {
        List<Expression<Func<Asset, bool>>> conditions = [];
        if (where.And is { } all) conditions.Add(Conditions.AllOf(all.Select(ConditionOf)));
        if (where.Or is { } any) conditions.Add(Conditions.AnyOf(any.Select(ConditionOf)));

        if (where.Type?.Eq is { } type) conditions.Add(asset => asset.Type == type);
        if (where.Type?.In is { } types) conditions.Add(asset => types.Contains(asset.Type));
        if (where.Class?.Eq is { } kind) conditions.Add(asset => asset.Class == kind);
        if (where.Class?.In is { } kinds) conditions.Add(asset => kinds.Contains(asset.Class));

        AddText(asset => asset.Symbol, where.Symbol);
        AddText(asset => asset.Name, where.Name);
        AddText(asset => asset.Country, where.Country);
        AddText(asset => asset.Sector, where.Sector);

        // It is kept as its code.
        AddText(asset => (string)(object)asset.Currency, where.Currency);
        return Conditions.AllOf(conditions);

        void AddText(Expression<Func<Asset, string?>> field, StringFilter? filter)
        {
            if (filter is not null) conditions.AddRange(TextMatching.ConditionsOf(field, filter));
        }
    }

    private static Keyset<Asset> KeysetOf(IReadOnlyList<AssetSort> order)
    {
        var keyset = Keyset<Asset>.Empty;
        foreach (var sort in order)
        {
            if (sort.Symbol is { } bySymbol) keyset = keyset.ThenBy(asset => asset.Symbol, bySymbol == SortDirection.Desc);
            if (sort.Name is { } byName) keyset = keyset.ThenBy(asset => asset.Name, byName == SortDirection.Desc);
        }

        // Two assets may have one symbol, where the viewer's own has a listed one's; the identity is never the same.
        return keyset.ThenBy(asset => asset.Id);
    }
}
