using Investr.Domain.Market;

namespace Investr.Application.Market;

/// <summary>Of which types an asset may be. What is left out does not count.</summary>
public sealed record AssetTypeFilter
{
    /// <summary>This one.</summary>
    public AssetType? Eq { get; init; }

    /// <summary>One of these.</summary>
    public IReadOnlyList<AssetType>? In { get; init; }
}

/// <summary>Of which classes an asset may be. What is left out does not count.</summary>
public sealed record AssetClassFilter
{
    /// <summary>This one.</summary>
    public AssetClass? Eq { get; init; }

    /// <summary>One of these.</summary>
    public IReadOnlyList<AssetClass>? In { get; init; }
}
