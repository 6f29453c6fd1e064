namespace Investr.Application.Market;

/// <summary>The days for which prices and rates are taken.</summary>
internal static class MarketDays
{
    private static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>What is wrong with a day; null where nothing is. Tomorrow is taken, because it has begun somewhere.</summary>
    public static string? FaultOf(DateOnly day, TimeProvider time) =>
        day < First || day > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1)
            ? "The day must be from 1900-01-01 to tomorrow."
            : null;
}
