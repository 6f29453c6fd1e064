using System.Globalization;
using CsvHelper;
using Investr.Domain.Market;
using Investr.Infrastructure.Searching;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Searching;

/// <summary>The search over thousands of real stocks, funds and crypto currencies.</summary>
public sealed class ReferenceListTests
{
    [Fact]
    public void Real_assets_are_found_by_their_symbol_their_isin_and_their_name()
    {
        SearchedAsset[] assets = [.. Read("equities"), .. Read("etfs"), .. Read("funds"), .. Read("cryptos")];
        var index = new AssetIndex(assets);
        var symbols = assets.ToDictionary(asset => asset.Id, asset => SearchText.Compact(asset.Symbol));

        Assert.True(assets.Length > 10_000);
        Assert.All(assets.Where((_, i) => i % 97 == 0), asset =>
        {
            Assert.Equal(symbols[asset.Id], symbols[Find(index, asset.Symbol)[0].Id]);
            if (asset.Isin is not null) Assert.Contains(asset.Id, Find(index, asset.Isin).Select(found => found.Id));
            if (SearchText.WordsOf(asset.Name).Count is > 2 and <= 8) Assert.Contains(asset.Id, Find(index, asset.Name).Select(found => found.Id));
        });
    }

    private static IReadOnlyList<FoundAsset> Find(AssetIndex index, string term) => index.Find(AssetQuery.Of(term), 50);

    private static IEnumerable<SearchedAsset> Read(string list)
    {
        var file = Repository.Sample($"market-data/history/reference/{list}.csv");
        Assert.SkipUnless(File.Exists(file), $"../shared/market-data/history/reference/{list}.csv is missing.");

        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var isin = csv.TryGetField<string>("isin", out var written) && written is { Length: 12 } ? written : null;
            yield return new(A.AssetId($"{list} {csv.GetField("symbol")}"), csv.GetField("symbol")!, csv.GetField("name")!, isin, AssetType.Stock);
        }
    }
}
