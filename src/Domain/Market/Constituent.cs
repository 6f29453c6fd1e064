namespace Investr.Domain.Market;

/// <summary>A slice of what a fund holds: a named asset, or an exposure to a class, a sector or a country.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Weight">Its share of the fund, from 0 to 1.</param>
/// <param name="Asset">The asset, where it is one that is known.</param>
/// <param name="Class">The class of the exposure.</param>
/// <param name="Sector">The sector of the exposure.</param>
/// <param name="Country">The country of the exposure, ISO 3166-1 alpha-2.</param>
public sealed record Constituent(
    string Name, double Weight, AssetId? Asset = null, AssetClass? Class = null, string? Sector = null, string? Country = null);
