using Investr.Application.Filtering;
using Investr.Domain.Market;
using Investr.Domain.Users;
using MediatR;

namespace Investr.Application.Market;

/// <summary>The assets of the catalogue and the viewer's own, by symbol unless another order is asked for.</summary>
/// <param name="Page">Which part of the list.</param>
/// <param name="Where">Which assets; all, if left out.</param>
/// <param name="Order">By what they are sorted, the first first.</param>
public sealed record ListAssets(PageRequest Page = default, AssetFilter? Where = null, IReadOnlyList<AssetSort>? Order = null)
    : IRequest<Page<Asset>>;

/// <summary>What an asset must be like. What is left out does not count.</summary>
public sealed record AssetFilter
{
    /// <summary>It must be like all of these.</summary>
    public IReadOnlyList<AssetFilter>? And { get; init; }

    /// <summary>It must be like one of these.</summary>
    public IReadOnlyList<AssetFilter>? Or { get; init; }

    /// <summary>Its ticker.</summary>
    public StringFilter? Symbol { get; init; }

    /// <summary>What it is called.</summary>
    public StringFilter? Name { get; init; }

    /// <summary>What kind of instrument it is.</summary>
    public AssetTypeFilter? Type { get; init; }

    /// <summary>Its class of risk.</summary>
    public AssetClassFilter? Class { get; init; }

    /// <summary>The code of the currency in which it is quoted.</summary>
    public StringFilter? Currency { get; init; }

    /// <summary>The country of the issuer, ISO 3166-1 alpha-2.</summary>
    public StringFilter? Country { get; init; }

    /// <summary>The sector of the issuer.</summary>
    public StringFilter? Sector { get; init; }
}

/// <summary>By what assets are sorted.</summary>
public sealed record AssetSort
{
    /// <summary>By ticker.</summary>
    public SortDirection? Symbol { get; init; }

    /// <summary>By name.</summary>
    public SortDirection? Name { get; init; }
}

/// <summary>Assets, page by page.</summary>
public interface IAssetPages
{
    /// <summary>The assets of the catalogue, and those that a user made.</summary>
    Task<Page<Asset>> ListAsync(
        UserId? viewer, AssetFilter? where, IReadOnlyList<AssetSort> order, PageRequest page, CancellationToken cancellationToken);
}

internal sealed class ListAssetsHandler(IAssetPages pages, IViewer viewer) : IRequestHandler<ListAssets, Page<Asset>>
{
    private static readonly AssetSort[] BySymbol = [new() { Symbol = SortDirection.Asc }];

    public Task<Page<Asset>> Handle(ListAssets request, CancellationToken cancellationToken) => pages.ListAsync(
        viewer.Id, request.Where, request.Order is { Count: > 0 } order ? order : BySymbol, request.Page, cancellationToken);
}
