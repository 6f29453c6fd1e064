using Investr.Domain.Market;

namespace Investr.Infrastructure.Tests.MarketData;

public sealed class SimulatedStatisticsTests
{
    private readonly SimulatedWorld _world = new();

    [Fact]
    public async Task Volatility_is_within_fifteen_percent_of_the_catalogues()
    {
        // Below five percent a year the cents that prices are rounded to are felt.
        foreach (var entry in SimulatedWorld.Catalogue.Entries.Where(entry => entry.Row.Volatility >= 0.05))
        {
            var returns = await ReturnsAsync(entry.Asset.Symbol);
            var daysAYear = entry.Asset.Type == AssetType.Crypto ? 365 : 252;
            var volatility = Math.Sqrt(returns.Average(r => r * r) * daysAYear);

            Assert.True(Math.Abs((volatility / entry.Row.Volatility) - 1) < 0.15, $"{entry.Asset.Symbol}: {volatility:P1}");
        }
    }

    [Fact]
    public async Task Growth_over_ten_years_is_the_catalogues()
    {
        var points = (await _world.HistoryAsync("JPM", new DateOnly(2016, 1, 1), new DateOnly(2026, 1, 1))).Points;

        // 10.0014 Julian years at 0.158.
        Assert.Equal(0.158, Math.Log((double)(points[^1].Close / points[0].Close)) / 10.0014, precision: 4);
    }

    [Fact]
    public async Task Assets_of_one_sector_move_together_more_than_those_of_two()
    {
        string[] technology = ["AAPL", "MSFT", "ORCL", "TXN", "CSCO"], energy = ["XOM", "CVX", "COP", "SLB", "ENB.TO"];

        var within = (await MeanCorrelationAsync(technology, technology) + await MeanCorrelationAsync(energy, energy)) / 2;
        var across = await MeanCorrelationAsync(technology, energy);

        // By their loadings: within technology .62² + .45² = .59, within energy about .42² + .68² = .64; across .62 × .42 = .26.
        Assert.InRange(within, 0.55, 0.68);
        Assert.InRange(across, 0.18, 0.32);
    }

    [Fact]
    public async Task Funds_on_one_index_move_as_one_and_bonds_apart_from_stocks()
    {
        Assert.True(await CorrelationAsync("SPY", "VOO") > 0.99);
        Assert.True(await CorrelationAsync("SPY", "VTI") > 0.95);
        Assert.InRange(await CorrelationAsync("SPY", "IEF"), -0.25, 0.05);
        Assert.InRange(await CorrelationAsync("SPY", "GLD"), -0.1, 0.15);
    }

    [Fact]
    public async Task Coins_move_together_and_loosely_with_stocks()
    {
        Assert.InRange(await CorrelationAsync("BTC", "ETH"), 0.55, 0.75);
        Assert.InRange(await CorrelationAsync("BTC", "LTC"), 0.5, 0.7);
    }

    private async Task<double> MeanCorrelationAsync(string[] left, string[] right)
    {
        List<double> correlations = [];
        foreach (var one in left)
            foreach (var other in right)
                if (one != other) correlations.Add(await CorrelationAsync(one, other));

        return correlations.Average();
    }

    private async Task<double> CorrelationAsync(string left, string right)
    {
        var (x, y) = (await ReturnsAsync(left), await ReturnsAsync(right));
        var (meanX, meanY) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return covariance / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    private async Task<double[]> ReturnsAsync(string symbol)
    {
        var closes = (await _world.TenYearsAsync(symbol)).Points.Select(point => (double)point.Close).ToArray();
        return [.. closes.Skip(1).Zip(closes, (now, before) => Math.Log(now / before))];
    }
}
