using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData;

/// <summary>What a source needs to know of an asset to find it.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Symbol">The ticker under which it is known here.</param>
/// <param name="Exchange">The exchange of its main listing.</param>
/// <param name="Isin">The international securities identification number.</param>
/// <param name="Type">What kind of instrument it is.</param>
/// <param name="Currency">The currency in which it is wanted.</param>
internal sealed record Listing(AssetId Asset, string Symbol, string? Exchange, string? Isin, AssetType Type, Currency Currency)
{
    /// <summary>
    /// Units of <see cref="Currency"/> for one of the currency with this code: one for itself, a hundredth for pence where pounds are
    /// wanted; null where the code is that of another currency, or of none.
    /// </summary>
    internal decimal? UnitsOf(string? code) =>
        Domain.Monetary.Currency.TryParse(code, out var quoted) && quoted.Major == Currency.Major
            ? (decimal)Currency.UnitsPerMajor / quoted.UnitsPerMajor
            : null;
}

/// <summary>The listings of the assets of the public catalogue.</summary>
internal interface IListingStore
{
    /// <summary>
    /// In one statement. What somebody made for themselves has no listing: no source is told of it, however much its symbol looks
    /// like one that is known.
    /// </summary>
    Task<IReadOnlyList<Listing>> ReadAsync(IReadOnlyCollection<AssetId> assets, CancellationToken cancellationToken);
}
