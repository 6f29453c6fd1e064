using Investr.Application.Auditing;
using Investr.Domain.Market;

namespace Investr.Application.Market.Daily;

/// <summary>Runs as they are kept, with what they write.</summary>
/// <remarks>One for the whole process: runs outlive the requests that ask for them.</remarks>
public interface IMarketDataRuns
{
    /// <summary>Keeps a new run; false where another one goes on, or where its day was done before.</summary>
    /// <param name="run">The run.</param>
    /// <param name="note">What the audit log tells of it, written with it; null where nobody asked for it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<bool> TryBeginAsync(MarketDataRun run, AuditNote? note, CancellationToken cancellationToken);

    /// <summary>A run; null where there is none.</summary>
    Task<MarketDataRun?> FindAsync(MarketDataRunId id, CancellationToken cancellationToken);

    /// <summary>The run that goes on, or was cut off; null where none is.</summary>
    Task<MarketDataRun?> FindOpenAsync(CancellationToken cancellationToken);

    /// <summary>The newest runs, the newest first.</summary>
    Task<IReadOnlyList<MarketDataRun>> ListAsync(int first, CancellationToken cancellationToken);

    /// <summary>The last day of an exchange that was done; null where none was.</summary>
    Task<DateOnly?> LastDayAsync(string exchange, CancellationToken cancellationToken);

    /// <summary>The last day of which exchange rates were fetched; null where there is none.</summary>
    Task<DateOnly?> LastRateDayAsync(CancellationToken cancellationToken);

    /// <summary>Keeps how far a run is, together with what it brought: both, or neither.</summary>
    Task SaveAsync(MarketDataRun run, DailyWrites writes, CancellationToken cancellationToken);
}

/// <summary>What a stretch of a run brought. What is there already is replaced, but never what somebody entered by hand.</summary>
public sealed record DailyWrites
{
    /// <summary>Closes.</summary>
    public IReadOnlyList<StoredPrice> Closes { get; init; } = [];

    /// <summary>Dividends by asset.</summary>
    public IReadOnlyList<(AssetId Asset, AssetDividend Dividend)> Dividends { get; init; } = [];

    /// <summary>Splits by asset.</summary>
    public IReadOnlyList<(AssetId Asset, IReadOnlyList<AssetSplit> Splits)> Splits { get; init; } = [];

    /// <summary>Exchange rates.</summary>
    public DailyRates? Rates { get; init; }

    /// <summary>Nothing but how far the run is.</summary>
    public static DailyWrites None { get; } = new();
}
