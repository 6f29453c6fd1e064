using Investr.Domain.Diversification;
using Investr.Domain.Market;
using Investr.TestKit;

namespace Investr.Domain.Tests.Diversification;

public sealed class ExposureTests
{
    // 400 of a technology stock, 300 of a bond, 200 of a fund, 100 in cash.
    private static Exposure Sample(bool lookThrough = true)
    {
        var fund = A.Asset("FUND", AssetType.Etf, constituents:
        [
            new("ACME Inc.", 0.25, Asset: A.AssetId("ACME")),
            new("Energy", 0.5, Sector: "Energy"), new("Technology", 0.4, Sector: "Technology"),
        ]);
        var market = A.Market()
            .Knows(A.Asset("ACME", country: "US", sector: "Technology"), A.Asset("BUND", AssetType.Bond, "EUR", country: "DE"), fund)
            .Quotes("ACME", 4m).Quotes("BUND", 3m).Quotes("FUND", 2m).Rate("EUR", "USD", 1m);
        var positions = A.Ledger().Deposits(1000, "2024-06-28").Buys(100, "ACME", "2024-06-28", at: 4m)
            .Buys(100, "BUND", "2024-06-28", at: 3m).Buys(100, "FUND", "2024-06-28", at: 2m).Positions();
        return new(market.Value(positions), market.Snapshot().Assets, lookThrough);
    }

    [Fact]
    public void By_asset_the_fund_gives_away_what_it_names() =>
        // ACME: 400 + 25 % of 200 = 450; the fund keeps 150.
        Assert.Equal([("ACME", 450m), ("BUND", 300m), ("FUND", 150m), ("USD", 100m)], Slices(AllocationDimension.Asset));

    [Fact]
    public void Without_looking_through_a_fund_is_one_asset() =>
        Assert.Equal(
            [("ACME", 400m), ("BUND", 300m), ("FUND", 200m), ("USD", 100m)],
            Slices(AllocationDimension.Asset, lookThrough: false));

    [Fact]
    public void By_sector_what_is_not_equity_stands_by_its_class_and_the_rest_of_a_fund_is_unknown() =>
        // Technology: 400 + 40 % of 200; Energy: 50 % of 200; the other 10 % are not told.
        Assert.Equal(
            [("TECHNOLOGY", 480m), ("FIXED_INCOME", 300m), ("CASH", 100m), ("ENERGY", 100m), ("UNKNOWN", 20m)],
            Slices(AllocationDimension.Sector));

    [Fact]
    public void By_country_a_fund_tells_what_the_assets_that_it_names_tell() =>
        // US: 400 + 25 % of 200; the other 150 of the fund are not told.
        Assert.Equal([("US", 450m), ("DE", 300m), ("CASH", 100m), ("UNKNOWN", 150m)], Slices(AllocationDimension.Country));

    [Fact]
    public void By_class_type_and_currency_everything_is_known()
    {
        Assert.Equal([("EQUITY", 600m), ("FIXED_INCOME", 300m), ("CASH", 100m)], Slices(AllocationDimension.Class));
        Assert.Equal([("STOCK", 400m), ("BOND", 300m), ("ETF", 200m), ("CASH", 100m)], Slices(AllocationDimension.Type));
        Assert.Equal([("USD", 700m), ("EUR", 300m)], Slices(AllocationDimension.Currency));
    }

    [Fact]
    public void The_weights_of_every_dimension_add_up_to_one()
    {
        foreach (var dimension in Enum.GetValues<AllocationDimension>())
            Assert.Equal(1.0, Sample().By(dimension).Sum(slice => slice.Weight), 1e-12);
    }

    [Fact]
    public void Lists_that_add_up_to_more_than_the_whole_are_scaled_down_to_it()
    {
        var fund = A.Asset("FUND", AssetType.Etf, constituents:
            [new("Energy", 0.8, Sector: "Energy"), new("Health", 1.2, Sector: "Health")]);
        var market = A.Market().Knows(fund).Quotes("FUND", 1m);
        var exposure = new Exposure(market.Value(A.Ledger().Buys(100, "FUND", "2024-01-02").Positions()), market.Snapshot().Assets);

        Assert.Equal([("HEALTH", 60m), ("ENERGY", 40m)], exposure.By(AllocationDimension.Sector).Select(slice => (slice.Key, slice.Value)));
    }

    [Fact]
    public void Of_a_mixed_fund_the_sectors_fill_the_equity_part()
    {
        var fund = A.Asset("MIX", AssetType.Fund, constituents:
        [
            new("Equity", 0.6, Class: AssetClass.Equity), new("Bonds", 0.4, Class: AssetClass.FixedIncome),
            new("Energy", 0.5, Sector: "Energy"), new("Health", 0.5, Sector: "Health"),
        ]);
        var market = A.Market().Knows(fund).Quotes("MIX", 1m);
        var exposure = new Exposure(market.Value(A.Ledger().Buys(100, "MIX", "2024-01-02").Positions()), market.Snapshot().Assets);

        Assert.Equal(
            [("FIXED_INCOME", 40m), ("ENERGY", 30m), ("HEALTH", 30m)],
            exposure.By(AllocationDimension.Sector).Select(slice => (slice.Key, slice.Value)));
    }

    private static IEnumerable<(string Key, decimal Value)> Slices(AllocationDimension dimension, bool lookThrough = true) =>
        Sample(lookThrough).By(dimension).Select(slice => (slice.Key, slice.Value));
}
