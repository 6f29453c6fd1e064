using System.Text.RegularExpressions;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Catalogue;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed partial class AssetCatalogueTests
{
    private static readonly AssetCatalogue Catalogue = SimulatedWorld.Catalogue;

    private static readonly Asset[] Funds = [.. Catalogue.Assets.Where(asset => asset.Type is AssetType.Etf or AssetType.Fund)];

    private static readonly string[] Sectors =
    [
        "COMMUNICATION_SERVICES", "CONSUMER_DISCRETIONARY", "CONSUMER_STAPLES", "ENERGY", "FINANCIALS", "HEALTH_CARE", "INDUSTRIALS",
        "MATERIALS", "REAL_ESTATE", "TECHNOLOGY", "UTILITIES",
    ];

    [Fact]
    public void It_has_two_hundred_assets_and_more_of_every_type_but_other()
    {
        Assert.True(Catalogue.Entries.Count >= 200);
        Assert.All(
            Enum.GetValues<AssetType>().Except([AssetType.Other]),
            type => Assert.Contains(Catalogue.Assets, asset => asset.Type == type));
    }

    [Theory]
    [InlineData("AAPL"), InlineData("MSFT"), InlineData("IBM"), InlineData("SPY"), InlineData("QQQ"), InlineData("VTI"), InlineData("NVDA")]
    [InlineData("GOOGL"), InlineData("BTC"), InlineData("BTCUSD"), InlineData("NOVN.SW"), InlineData("VNRG"), InlineData("GME")]
    public void It_has_what_brokers_files_name_most(string symbol) =>
        Assert.Contains(Catalogue.Assets, asset => asset.Symbol == symbol);

    [Fact]
    public void No_symbol_stands_for_two_assets() =>
        Assert.Equal(Catalogue.Entries.Count, Catalogue.Assets.Select(asset => asset.Symbol).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void No_two_symbols_have_one_identity() =>
        Assert.Equal(Catalogue.Entries.Count, Catalogue.Assets.Select(asset => asset.Id).Distinct().Count());

    [Fact]
    public void Every_isin_ends_in_its_check_digit()
    {
        var isins = Catalogue.Assets.Where(asset => asset.Isin is not null).Select(asset => asset.Isin!).ToList();

        Assert.True(isins.Count > 250);
        Assert.All(isins, isin => Assert.Equal(CheckDigitOf(isin[..11]), isin[11] - '0'));
    }

    [Fact]
    public void Every_sector_is_of_one_vocabulary()
    {
        Assert.All(Catalogue.Assets.Where(asset => asset.Sector is not null), asset => Assert.Contains(asset.Sector, Sectors));
        Assert.All(
            Catalogue.Assets.SelectMany(asset => asset.Constituents).Where(slice => slice.Sector is not null),
            slice => Assert.Contains(slice.Sector, Sectors));
    }

    [Fact]
    public void Every_stock_has_a_country_a_sector_an_industry_and_an_exchange() =>
        Assert.All(
            Catalogue.Assets.Where(asset => asset.Type == AssetType.Stock),
            asset => Assert.True((asset.Country, asset.Sector, asset.Industry, asset.Exchange) is (not null, not null, not null, not null)));

    [Fact]
    public void Every_country_is_two_letters() =>
        Assert.All(
            Catalogue.Assets.Select(asset => asset.Country).Concat(Catalogue.Assets.SelectMany(asset => asset.Constituents).Select(slice => slice.Country)),
            country => Assert.True(country is null || TwoLetters().IsMatch(country)));

    [Fact]
    public void Every_currency_that_is_quoted_in_has_a_rate()
    {
        var rated = Catalogue.Currencies.Select(row => Currency.Parse(row.Currency)).Append(Currency.Usd).ToList();

        Assert.All(Catalogue.Assets, asset => Assert.Contains(asset.Currency, rated));
    }

    [Fact]
    public void Every_fund_tells_what_it_holds_in_slices_that_add_up_to_one_and_name_assets_that_exist()
    {
        var known = Catalogue.Assets.Select(asset => asset.Id).ToHashSet();

        Assert.All(Funds, fund => Assert.Equal(1m, fund.Constituents.Sum(slice => (decimal)slice.Weight)));
        Assert.All(Funds.SelectMany(fund => fund.Constituents), slice => Assert.InRange(slice.Weight, 0.0001, 1));
        Assert.All(
            Funds.SelectMany(fund => fund.Constituents).Where(slice => slice.Asset is not null),
            slice => Assert.Contains(slice.Asset!.Value, known));
    }

    [Fact]
    public void Every_fund_of_stocks_tells_the_sector_of_all_of_them_and_the_country_of_nearly_all()
    {
        var funds = Funds.Where(fund => fund.Class is AssetClass.Equity or AssetClass.RealEstate or AssetClass.Alternative).ToList();

        Assert.True(funds.Count > 40);
        Assert.All(funds, fund => Assert.All(
            fund.Constituents.Where(slice => slice.Class is not (AssetClass.Cash or AssetClass.FixedIncome)), slice => Assert.NotNull(slice.Sector)));
        Assert.All(funds, fund => Assert.InRange(
            fund.Constituents.Where(slice => slice.Country is null).Sum(slice => (decimal)slice.Weight), 0m, 0.07m));
    }

    [Fact]
    public void A_slice_that_stands_for_a_known_asset_tells_the_same_of_it() =>
        Assert.All(Funds.SelectMany(fund => fund.Constituents).Where(slice => slice.Asset is not null), slice =>
        {
            var asset = Catalogue.Assets.Single(asset => asset.Id == slice.Asset);
            Assert.Equal((asset.Name, asset.Class, asset.Sector, asset.Country), (slice.Name, slice.Class, slice.Sector, slice.Country));
        });

    // A list by class alone would stand for the whole fund, and the other slices would not be asked for their class.
    [Fact]
    public void A_slice_of_another_class_than_its_fund_tells_more_than_its_class() =>
        Assert.All(Funds, fund => Assert.All(
            fund.Constituents.Where(slice => slice.Class != fund.Class),
            slice => Assert.True((slice.Asset, slice.Sector, slice.Country) is not (null, null, null))));

    [Fact]
    public void What_is_no_fund_has_an_industry() =>
        Assert.All(Catalogue.Assets.Except(Funds), asset => Assert.NotNull(asset.Industry));

    [Fact]
    public void Every_basket_and_every_twin_that_is_named_exists()
    {
        var symbols = Catalogue.Assets.Select(asset => asset.Symbol).ToHashSet();

        Assert.All(Catalogue.Entries.Where(entry => entry.Row.Basket is not null), entry => Assert.NotEmpty(entry.Asset.Constituents));
        Assert.All(Catalogue.Entries.Where(entry => entry.Row.Twin is not null), entry => Assert.Contains(entry.Row.Twin!, symbols));
    }

    [Fact]
    public void No_asset_is_moved_by_more_than_everything() =>
        Assert.All(Catalogue.Entries, entry => Assert.InRange(
            (entry.Row.Market * entry.Row.Market) + (entry.Row.Loading * entry.Row.Loading), 0, 1));

    [Fact]
    public void An_identity_depends_on_nothing_but_the_symbol()
    {
        var apple = StableAssetId.Of("AAPL").Value;

        Assert.Equal(new Guid("a3cdaed2-742f-8121-96dc-71a7b56677c3"), apple);
        Assert.Equal(8, apple.Version);
        Assert.NotEqual(apple, StableAssetId.Of("AAPL2").Value);
    }

    // ISO 6166: letters become 10 to 35; from the right, every other digit is doubled; the digits' sum is filled up to ten.
    private static int CheckDigitOf(string body)
    {
        var digits = string.Concat(body.Select(c => char.IsDigit(c) ? c - '0' : c - 'A' + 10));
        var sum = digits.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(n => (n / 10) + (n % 10));
        return (10 - (sum % 10)) % 10;
    }

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex TwoLetters();
}
