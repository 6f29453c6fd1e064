using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Infrastructure.MarketData.Catalogue;

/// <summary>The well-known assets that every installation begins with, and how the simulated market moves them.</summary>
internal sealed class AssetCatalogue
{
    private AssetCatalogue(IReadOnlyList<CatalogueEntry> entries, IReadOnlyList<CurrencyRow> currencies) =>
        (Entries, Currencies) = (entries, currencies);

    internal IReadOnlyList<CatalogueEntry> Entries { get; }

    internal IReadOnlyList<CurrencyRow> Currencies { get; }

    /// <summary>The assets, for the database to be filled with.</summary>
    internal IEnumerable<Asset> Assets => Entries.Select(entry => entry.Asset);

    /// <summary>Tells one edition from another. The catalogue and what reads it are part of this assembly, whose id changes with its content.</summary>
    internal static string Edition { get; } = typeof(AssetCatalogue).Module.ModuleVersionId.ToString();

    internal static AssetCatalogue Read()
    {
        var baskets = CatalogueRows.Constituents().ToLookup(row => row.Basket, ConstituentOf);
        var entries = CatalogueRows.Assets().Select(row => new CatalogueEntry(AssetOf(row, baskets), row));
        return new AssetCatalogue([.. entries], CatalogueRows.Currencies());
    }

    private static Asset AssetOf(AssetRow row, ILookup<string, Constituent> baskets) =>
        Asset.Listed(StableAssetId.Of(row.Symbol), new AssetDetails(row.Symbol, row.Name, Read<AssetType>(row.Type), Currency.Parse(row.Currency))
        {
            Class = Read<AssetClass>(row.Class),
            Exchange = row.Exchange,
            Isin = row.Isin,
            Country = row.Country,
            Sector = row.Sector,
            Industry = row.Industry,
            Constituents = row.Basket is null ? [] : [.. baskets[row.Basket]],
        });

    private static Constituent ConstituentOf(ConstituentRow row) =>
        new(
            row.Name, row.Weight, row.Symbol is null ? null : StableAssetId.Of(row.Symbol), Read<AssetClass>(row.Class), row.Sector, row.Country);

    // REAL_ESTATE in the file and the schema is RealEstate here.
    private static T Read<T>(string name) where T : struct, Enum =>
        Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}

/// <summary>An asset of the catalogue, with the line that it was read from.</summary>
internal sealed record CatalogueEntry(Asset Asset, AssetRow Row);
