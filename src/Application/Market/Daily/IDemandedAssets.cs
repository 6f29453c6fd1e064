using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Application.Market.Daily;

/// <summary>The assets of the catalogue that a run is for. What somebody made for themselves is priced by them alone.</summary>
public interface IDemandedAssets
{
    /// <summary>What is in anybody's ledger first, then what is watched; within each, always in the same order.</summary>
    Task<IReadOnlyList<DemandedAsset>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The assets with these symbols, always in the same order; one that is not known is left out.</summary>
    Task<IReadOnlyList<DemandedAsset>> ReadAsync(IReadOnlyCollection<string> symbols, CancellationToken cancellationToken);
}

/// <summary>An asset that a run is for.</summary>
public sealed record DemandedAsset(AssetId Id, string Symbol, AssetType Type, string? Exchange, Currency Currency);
