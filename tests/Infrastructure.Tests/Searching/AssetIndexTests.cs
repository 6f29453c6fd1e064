using Investr.Domain.Market;
using Investr.Infrastructure.Searching;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Searching;

public sealed class AssetIndexTests
{
    private static readonly SearchedAsset[] Assets =
    [
        Stock("AAPL", "Apple Inc.", "US0378331005"),
        Stock("APLE", "Apple Hospitality REIT", "US03784Y2000"),
        Stock("V", "Visa Inc.", "US92826C8394"),
        Stock("VOO", "Vanguard 500 Index", "US9229083632") with { Type = AssetType.Etf },
        Stock("VTI", "Vanguard Total Stock Market ETF", "US9229087690") with { Type = AssetType.Etf },
        Stock("VFIAX", "Vanguard 500 Index", null) with { Type = AssetType.Fund },
        Stock("BRK-B", "Berkshire Hathaway", "US0846707026"),
        Stock("OR.PA", "L'Oréal", "FR0000120321"),
        Stock("VOW3.DE", "Volkswagen", "DE0007664039"),
        Stock("T", "AT&T", "US00206R1023"),
        Stock("MSFT", "Microsoft", "US5949181045"),
        Stock("TSM", "Taiwan Semiconductor Manufacturing", "US8740391003"),
        Stock("MAERSK-B.CO", "A.P. Møller - Mærsk", "DK0010244508"),
    ];

    private static readonly AssetIndex Index = new(Assets);

    [Theory]
    // The symbol itself comes before symbols that begin with it; of these stocks come before funds, and short names before long ones.
    [InlineData("v", "V", "VOW3.DE", "VOO", "VTI", "VFIAX")]
    // Short names come before long ones where nothing else decides.
    [InlineData("apple", "AAPL", "APLE")]
    // A symbol's beginning comes before a name's words, and a whole word (A.P. Møller) before a beginning.
    [InlineData("ap", "APLE", "MAERSK-B.CO", "AAPL")]
    // Stocks before funds traded on an exchange, and these before others.
    [InlineData("vanguard 500", "VOO", "VFIAX")]
    public void The_best_come_first(string term, params string[] symbols) => Assert.Equal(symbols, Find(term).Take(symbols.Length));

    [Theory]
    [InlineData("brk.b", "BRK-B"), InlineData("BRKB", "BRK-B"), InlineData("brk b", "BRK-B")]
    [InlineData("US0378331005", "AAPL"), InlineData("us 0378 3310 05", "AAPL"), InlineData("dk001", "MAERSK-B.CO")]
    [InlineData("at&t", "T"), InlineData("loreal", "OR.PA"), InlineData("L’Oreal", "OR.PA"), InlineData("moller", "MAERSK-B.CO")]
    [InlineData("Hathaway berk", "BRK-B"), InlineData("manufacturing taiwan semi", "TSM"), InlineData("aapl inc", "AAPL")]
    public void One_asset_is_found_however_it_is_written(string term, string symbol) => Assert.Equal([symbol], Find(term));

    [Theory]
    // A letter that is wrong, missing, too many, or swapped with the next.
    [InlineData("micrisoft", "MSFT"), InlineData("mcrosoft", "MSFT"), InlineData("microssoft", "MSFT"), InlineData("mircosoft", "MSFT")]
    // Two typos from 8 letters on; in a beginning too.
    [InlineData("wolkswagon", "VOW3.DE"), InlineData("berkshrie hathewey", "BRK-B"), InlineData("semicnodu", "TSM")]
    public void Typos_are_forgiven(string term, string symbol) => Assert.Equal(symbol, Find(term)[0]);

    [Theory]
    // Three letters take no typo, seven one, eight two, digits none.
    [InlineData("vsa"), InlineData("mcrsoft"), InlineData("wolksvagom"), InlineData("vanguard 600"), InlineData("tesla"), InlineData("&"), InlineData(" ")]
    public void What_is_too_far_off_is_not_found(string term) => Assert.Empty(Find(term));

    [Fact]
    public void What_fits_without_a_typo_comes_before_what_needs_one()
    {
        var index = new AssetIndex([Stock("A1", "Marks", null), Stock("B1", "Maras and Company", null)]);

        // MARA begins MARAS; of MARKS it is one letter away, whose name is the shorter one.
        Assert.Equal(["B1", "A1"], index.Find(AssetQuery.Of("mara"), 10).Select(found => SymbolOf(found.Id, ["A1", "B1"])));
    }

    [Fact]
    public void No_more_are_given_than_asked_for() => Assert.Equal(["V", "VOW3.DE"], Find("v", 2));

    [Fact]
    public void Every_word_of_a_hundred_thousand_assets_finds_its_asset_and_so_does_the_word_with_a_typo()
    {
        // Names of three words, each made of the number's digits: BA.., CA.., DA... No two assets have the same three words.
        var assets = Enumerable.Range(0, 100_000).Select(i => Stock($"S{i}", $"{Word('b', i % 47)} {Word('c', i / 47 % 47)} {Word('d', i / 2209)}", null)).ToArray();
        var index = new AssetIndex(assets);

        for (var i = 0; i < assets.Length; i += 9_973)
        {
            var words = assets[i].Name.Split(' ');
            Assert.Equal([assets[i].Id], index.Find(AssetQuery.Of($"{words[2]} {words[0]} {words[1]}"), 50).Select(found => found.Id));
            Assert.Equal(assets[i].Id, index.Find(AssetQuery.Of($"S{i}"), 1)[0].Id);
            Assert.Contains(assets[i].Id, index.Find(AssetQuery.Of($"{words[2]} {words[0]} {words[1].Insert(3, "x")}"), 50).Select(found => found.Id));
        }
    }

    private static string Word(char first, int number) =>
        $"{first}{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}{first}{(char)('z' - (number % 26))}{(char)('z' - (number / 26))}";

    private static SearchedAsset Stock(string symbol, string name, string? isin) => new(A.AssetId(symbol), symbol, name, isin, AssetType.Stock);

    private static string[] Find(string term, int most = 10) =>
        [.. Index.Find(AssetQuery.Of(term), most).Select(found => SymbolOf(found.Id, Assets.Select(asset => asset.Symbol)))];

    private static string SymbolOf(AssetId id, IEnumerable<string> symbols) => symbols.Single(symbol => A.AssetId(symbol) == id);
}
