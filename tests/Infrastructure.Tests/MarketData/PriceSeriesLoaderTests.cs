using Investr.Application.Market;
using Investr.DataLoader;
using Investr.Infrastructure.MarketData;
using NSubstitute;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class PriceSeriesLoaderTests
{
    private static readonly DateOnly From = new(2021, 3, 1), To = new(2021, 3, 31);

    private readonly SimulatedWorld _world = new();

    [Fact]
    public async Task A_stored_close_takes_the_place_of_the_simulated_one_of_its_day()
    {
        _world.Store.Add("AAPL", "2021-03-05", 121.42m);

        var series = await Loader().LoadAsync([Key("AAPL", From, To), Key("IBM", From, To)]);

        // March 2021 has 23 weekdays.
        Assert.All(series, one => Assert.Equal(23, one!.Points.Count));
        Assert.Equal(121.42m, series[0]!.AsOf(new(2021, 3, 5))!.Value.Close);
        Assert.NotEqual(121.42m, series[0]!.AsOf(new(2021, 3, 4))!.Value.Close);
    }

    [Fact]
    public async Task All_assets_and_spans_are_one_statement_and_one_call()
    {
        var keys = SimulatedWorld.Catalogue.Assets.Take(50).Select((asset, i) => new PriceSeriesKey(asset.Id, From.AddDays(i), To.AddDays(i)));

        var series = await Loader().LoadAsync([.. keys]);

        Assert.All(series, (one, i) => Assert.InRange(one!.Points[0].Date, From.AddDays(i), To.AddDays(i)));
        Assert.Equal((1, 1), (_world.Store.Statements, _world.Market.HistoryCalls));
    }

    [Fact]
    public async Task An_asset_without_closes_in_the_span_has_no_series() =>
        Assert.Null(await Loader().LoadAsync(Key("AAPL", new DateOnly(1990, 1, 1), new DateOnly(1990, 12, 31))));

    private PriceSeriesLoader Loader() => new(_world.History, Substitute.For<IAssetLoader>(), new AutoBatchScheduler());

    private static PriceSeriesKey Key(string symbol, DateOnly from, DateOnly to) => new(SimulatedWorld.Id(symbol), from, to);
}
