namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>How long a question may take, and how much of a source's limits it leaves to others.</summary>
/// <param name="Patience">The longest wait for a turn at a source.</param>
/// <param name="Timeout">How long one call may take.</param>
/// <param name="Share">The part of a day's or a month's limit that it may use up.</param>
internal sealed record Urgency(TimeSpan Patience, TimeSpan Timeout, double Share)
{
    /// <summary>Somebody waits for the answer.</summary>
    internal static readonly Urgency Interactive = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), 1);

    /// <summary>Nobody waits: it takes its time, and leaves three tenths of a day's calls to those who do.</summary>
    internal static readonly Urgency Background = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1), 0.7);
}
