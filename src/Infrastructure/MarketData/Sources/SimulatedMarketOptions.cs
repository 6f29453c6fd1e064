namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>How the simulated market runs.</summary>
internal sealed record SimulatedMarketOptions
{
    internal const string Section = "MarketData:Simulated";

    /// <summary>Whether it is asked; where nothing is said, it is where no real source of prices is switched on.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Another number is another world; the same number is the same one, everywhere and always.</summary>
    /// <remarks>The default is the one, of sixty thousand tried, whose years look most like those that people remember.</remarks>
    public long Seed { get; init; } = 12897;

    /// <summary>How often prices move.</summary>
    public TimeSpan TickInterval { get; init; } = TimeSpan.FromSeconds(1);

    internal bool TicksInTime => TickInterval >= TimeSpan.FromMilliseconds(10) && TickInterval <= TimeSpan.FromHours(1);
}
