using Investr.Domain.Diversification;
using Investr.Domain.Market;
using Investr.TestKit;

namespace Investr.Domain.Tests.Diversification;

public sealed class ReturnHistoryTests
{
    [Fact]
    public void Returns_are_those_between_the_days_that_all_have()
    {
        var everyDay = Series("BTC", 200, day => 100m + day, every: 1);
        var everySecondDay = Series("ACME", 200, day => 50m + day, every: 2);

        var history = ReturnHistory.FromPrices([everyDay, everySecondDay]);

        // 100 common days give 99 returns; the first goes from day 0 to day 2: 102 / 100 - 1 = 0.02, and 52 / 50 - 1 = 0.04.
        Assert.Equal(99, history.Observations);
        Assert.Equal(0.02, history.Returns[A.AssetId("BTC")][0], 1e-12);
        Assert.Equal(0.04, history.Returns[A.AssetId("ACME")][0], 1e-12);
    }

    [Fact]
    public void Sixty_returns_are_enough_and_fifty_nine_are_not()
    {
        Assert.Equal(60, ReturnHistory.FromPrices([Series("ACME", 61, day => 1m + day, every: 1)]).Observations);
        Assert.Equal(0, ReturnHistory.FromPrices([Series("ACME", 60, day => 1m + day, every: 1)]).Observations);
    }

    [Fact]
    public void An_asset_that_began_too_late_does_not_take_the_others_along()
    {
        var old = Series("ACME", 100, day => 1m + day, every: 1);
        var young = new PriceSeries(A.AssetId("NEW"), Series("NEW", 200, day => 1m + day, every: 1).Points.Skip(90));

        var history = ReturnHistory.FromPrices([young, old]);

        // Only 10 days in common: the young one is left out.
        Assert.Equal([A.AssetId("ACME")], history.Returns.Keys);
    }

    private static PriceSeries Series(string symbol, int days, Func<int, decimal> close, int every) => new(
        A.AssetId(symbol),
        Enumerable.Range(0, days).Where(day => day % every == 0)
            .Select(day => new PricePoint(A.Day("2023-01-01").AddDays(day), close(day))));
}
