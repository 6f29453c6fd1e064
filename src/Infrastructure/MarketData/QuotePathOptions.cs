namespace Investr.Infrastructure.MarketData;

/// <summary>How quotes are fetched from sources that are asked over a network: the settings under <c>MarketData:Quotes</c>.</summary>
internal sealed record QuotePathOptions : ISettings
{
    internal const string Section = "MarketData:Quotes";

    /// <summary>For how long requests are waited for, so that what they ask for goes in one call.</summary>
    public TimeSpan JoinWithin { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>For how long a quote that should be renewed is given at once, as stale, while it is renewed.</summary>
    public TimeSpan UsableFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a request waits for quotes; then it takes the last that are known.</summary>
    public TimeSpan WaitAtMost { get; init; } = TimeSpan.FromSeconds(3);

    public IEnumerable<string> Faults()
    {
        if (JoinWithin < TimeSpan.Zero || JoinWithin > TimeSpan.FromSeconds(1))
            yield return "MarketData__Quotes__JoinWithin must be from 0 to a second.";
        if (UsableFor < TimeSpan.Zero || UsableFor > TimeSpan.FromDays(7))
            yield return "MarketData__Quotes__UsableFor must be from 0 to seven days.";
        if (WaitAtMost < TimeSpan.FromMilliseconds(100) || WaitAtMost > TimeSpan.FromSeconds(20))
            yield return "MarketData__Quotes__WaitAtMost must be from 00:00:00.1 to 20 seconds.";
    }
}
