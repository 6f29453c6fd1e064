namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>What is done when a source did not give what it was asked for. In every case the next source is asked for what is left.</summary>
internal sealed record Remedy
{
    /// <summary>Whether the same call is worth making again at once.</summary>
    internal bool Retry { get; init; }

    /// <summary>Whether it counts towards asking the source nothing for a while.</summary>
    internal bool IsOutage { get; init; }

    /// <summary>For how long the source is not asked at all, where it does not say itself; zero where it is asked on.</summary>
    internal TimeSpan Hold { get; init; }

    /// <summary>Whether it is not asked until the limit of its day or month is renewed.</summary>
    internal bool HoldUntilRenewed { get; init; }

    /// <summary>For how long it is not asked for the same listing again; zero where it is.</summary>
    internal TimeSpan Remember { get; init; }
}

/// <summary>The remedy for each fault.</summary>
internal static class FaultTable
{
    private static readonly Remedy Unknown = new() { Remember = TimeSpan.FromDays(1) };
    private static readonly Remedy Empty = new() { Remember = TimeSpan.FromMinutes(10) };
    private static readonly Remedy NotLetIn = new() { Hold = TimeSpan.FromMinutes(15) };
    private static readonly Remedy TooFast = new() { Retry = true, Hold = TimeSpan.FromMinutes(1) };
    private static readonly Remedy UsedUp = new() { HoldUntilRenewed = true };
    private static readonly Remedy Down = new() { Retry = true, IsOutage = true };
    private static readonly Remedy Unreadable = new() { IsOutage = true };

    internal static Remedy For(SourceFault fault) => fault switch
    {
        SourceFault.NotFound or SourceFault.WrongCurrency or SourceFault.PlanRestricted => Unknown,
        SourceFault.NoData => Empty,
        SourceFault.Unauthorized => NotLetIn,
        SourceFault.RateLimited => TooFast,
        SourceFault.QuotaExhausted => UsedUp,
        SourceFault.Transient => Down,
        SourceFault.Malformed => Unreadable,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault."),
    };
}
