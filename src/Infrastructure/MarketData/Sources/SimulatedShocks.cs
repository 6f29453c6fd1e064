namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>
/// What moves one asset: the market, a factor that it shares with its like, and a noise of its own, weighted by its correlation
/// with each so that the sum is standard normal too. Two assets correlate by what they share.
/// </summary>
/// <param name="seed">The seed of the whole market.</param>
/// <param name="scope">A name that keeps apart streams of different use.</param>
/// <param name="motion">How the asset moves.</param>
internal sealed class SimulatedShocks(long seed, string scope, SimulatedMotion motion)
{
    private readonly NormalStream _market = new(seed, $"{scope}/market");
    private readonly NormalStream _factor = new(seed, $"{scope}/factor/{motion.Factor}");
    private readonly NormalStream _own = new(seed, $"{scope}/own/{motion.Noise}");
    private readonly double _ownWeight = Math.Sqrt(1 - (motion.Market * motion.Market) - (motion.Loading * motion.Loading));

    internal double this[long place] =>
        (motion.Market * _market[place]) + (motion.Loading * _factor[place]) + (_ownWeight * _own[place]);
}

/// <summary>How a simulated price moves.</summary>
/// <param name="Level">The price on <see cref="SimulatedWalk.Reference"/>.</param>
/// <param name="Drift">Logarithmic growth a year until then.</param>
/// <param name="Volatility">Standard deviation a year.</param>
/// <param name="Market">Correlation with the market.</param>
/// <param name="Factor">The name of its factor.</param>
/// <param name="Loading">Correlation with that factor.</param>
/// <param name="Noise">The name of its own noise; two of the same name move alike.</param>
/// <param name="EveryDay">Whether it trades at weekends.</param>
internal sealed record SimulatedMotion(
    double Level, double Drift, double Volatility, double Market, string Factor, double Loading, string Noise, bool EveryDay)
{
    // What a year's volatility is spread over, as the figures that are made of the prices take it apart again.
    private double ShocksAYear => EveryDay ? 365 : 252;

    /// <summary>The standard deviation of one trading day.</summary>
    internal double DailyVolatility => Volatility / Math.Sqrt(ShocksAYear);
}
