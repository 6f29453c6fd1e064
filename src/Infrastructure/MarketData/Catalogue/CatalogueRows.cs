using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Investr.Infrastructure.MarketData.Catalogue;

/// <summary>A line of Assets.csv.</summary>
/// <param name="Symbol">The ticker, in the notation that most brokers and data providers share (NOVN.SW, 7203.T, BRK-B).</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">The asset's type.</param>
/// <param name="Class">The asset's class.</param>
/// <param name="Currency">The currency in which it is quoted.</param>
/// <param name="Exchange">The exchange of its main listing.</param>
/// <param name="Isin">Its ISIN, where that is certain.</param>
/// <param name="Country">Where the risk is: the issuer's country, or that in which a fund invests; empty for many.</param>
/// <param name="Sector">The sector; empty for what spans several or has none.</param>
/// <param name="Industry">The industry.</param>
/// <param name="Price">The simulated close of 2026-01-01.</param>
/// <param name="Drift">Its logarithmic growth a year over the ten years before.</param>
/// <param name="Volatility">Its standard deviation a year.</param>
/// <param name="Market">Its correlation with the world's stock market.</param>
/// <param name="Factor">What moves it besides: its sector, interest rates, gold.</param>
/// <param name="Loading">Its correlation with that factor.</param>
/// <param name="Twin">The symbol whose every other movement it shares, such as another fund on the same index.</param>
/// <param name="Basket">What it holds: a name in Constituents.csv.</param>
internal sealed record AssetRow(
    string Symbol, string Name, string Type, string Class, string Currency, string? Exchange, string? Isin, string? Country,
    string? Sector, string? Industry, double Price, double Drift, double Volatility, double Market, string? Factor, double Loading,
    string? Twin, string? Basket);

/// <summary>A line of Constituents.csv: a slice of a basket. Weights of a basket add up to one.</summary>
internal sealed record ConstituentRow(
    string Basket, string Name, string? Symbol, string Class, string? Sector, string? Country, double Weight);

/// <summary>A line of Currencies.csv: how a currency moves against the US dollar, told as for an asset.</summary>
internal sealed record CurrencyRow(string Currency, double UnitsPerDollar, double Drift, double Volatility, double Loading, string? Twin);

/// <summary>The data files of the catalogue, which are part of the assembly.</summary>
internal static class CatalogueRows
{
    internal static IReadOnlyList<AssetRow> Assets() => Read<AssetRow>("Assets.csv");

    internal static IReadOnlyList<ConstituentRow> Constituents() => Read<ConstituentRow>("Constituents.csv");

    internal static IReadOnlyList<CurrencyRow> Currencies() => Read<CurrencyRow>("Currencies.csv");

    private static List<T> Read<T>(string file)
    {
        using var stream = typeof(CatalogueRows).Assembly.GetManifestResourceStream(typeof(CatalogueRows), file)
            ?? throw new InvalidOperationException($"{file} is missing from the assembly.");
        using var csv = new CsvReader(new StreamReader(stream), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = header => header.Header.ToUpperInvariant(),
        });
        csv.Context.TypeConverterOptionsCache.GetOptions<string>().NullValues.Add("");
        return [.. csv.GetRecords<T>()];
    }
}
