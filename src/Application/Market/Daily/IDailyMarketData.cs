using Investr.Domain.Market;
using Investr.Domain.Monetary;

namespace Investr.Application.Market.Daily;

/// <summary>What market APIs know of past days, asked for in bulk; nobody waits for it, so it takes the time that their limits want.</summary>
public interface IDailyMarketData
{
    /// <summary>Closes of a span of days, with dividends and splits where they come along.</summary>
    /// <param name="assets">The assets.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="actionsFrom">The first day of dividends and splits that take a call of their own; null where none shall be made.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<DailyAnswer> FetchAsync(
        IReadOnlyCollection<AssetId> assets, DateOnly from, DateOnly to, DateOnly? actionsFrom, CancellationToken cancellationToken);

    /// <summary>All exchange rates of a span of days.</summary>
    Task<DailyRates> FetchRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}

/// <summary>What was found for each asset, and why not for the rest.</summary>
/// <param name="Found">By asset.</param>
/// <param name="Faults">By asset, each a sentence.</param>
/// <param name="Calls">How many calls it took.</param>
public sealed record DailyAnswer(
    IReadOnlyDictionary<AssetId, DaysOfAsset> Found, IReadOnlyDictionary<AssetId, string> Faults, int Calls);

/// <summary>Days of an asset.</summary>
/// <param name="Source">Who tells of them.</param>
/// <param name="Closes">Closes as they were quoted on their days, in the asset's currency.</param>
/// <param name="Dividends">What it paid.</param>
/// <param name="Splits">How it was split.</param>
public sealed record DaysOfAsset(
    string Source, IReadOnlyList<PricePoint> Closes, IReadOnlyList<AssetDividend> Dividends, IReadOnlyList<AssetSplit> Splits);

/// <summary>Exchange rates.</summary>
/// <param name="Source">Who tells of them.</param>
/// <param name="Rates">The rates; empty where nobody is asked.</param>
/// <param name="Calls">How many calls it took.</param>
/// <param name="Failure">Why they could not be had, in a sentence; null where they could.</param>
public sealed record DailyRates(string Source, IReadOnlyCollection<ExchangeRate> Rates, int Calls, string? Failure = null);
