namespace Investr.Infrastructure.Scheduling;

/// <summary>When the daily update runs: the settings under <c>MarketData:Daily</c>.</summary>
internal sealed record DailyUpdateOptions : ISettings
{
    /// <summary>Whether it runs by itself. Where it does not, it runs when somebody asks for it.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How long after a close it runs: sources have the close some time later.</summary>
    public TimeSpan Lag { get; init; } = TimeSpan.FromMinutes(30);

    public IEnumerable<string> Faults()
    {
        if (Lag < TimeSpan.Zero || Lag > TimeSpan.FromHours(12)) yield return "MarketData__Daily__Lag must be from 00:00:00 to 12:00:00.";
    }
}
