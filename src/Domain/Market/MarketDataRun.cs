using Investr.Domain.Market.Calendars;

namespace Investr.Domain.Market;

/// <summary>Identifies a run of the market-data update.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct MarketDataRunId(Guid Value)
{
    /// <summary>A new identity, ordered by time.</summary>
    /// <param name="now">The present moment, from a <see cref="TimeProvider"/>.</param>
    public static MarketDataRunId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>How a run of the market-data update goes.</summary>
public enum RunStatus
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>Everything that was asked for came.</summary>
    Succeeded,

    /// <summary>It is over; some of what was asked for did not come.</summary>
    Partial,

    /// <summary>It is over, and nothing came.</summary>
    Failed,
}

/// <summary>An asset, or the exchange rates, that a run could not update.</summary>
/// <param name="Symbol">The asset's symbol.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record RunFailure(string Symbol, string Reason);

/// <summary>What a stretch of a run brought.</summary>
/// <param name="Updated">How many assets were updated.</param>
/// <param name="Failures">The assets that could not be.</param>
/// <param name="Calls">How many calls it took.</param>
public sealed record RunStretch(int Updated, IReadOnlyList<RunFailure> Failures, int Calls);

/// <summary>One run of the market-data update: after the close of an exchange, or because somebody asked for it.</summary>
/// <remarks>
/// It goes through its assets in a fixed order and notes how far it came with what it wrote, so that whoever finds it cut off goes on from there.
/// </remarks>
public sealed class MarketDataRun
{
    /// <summary>How many failures are kept by name; beyond, they are counted.</summary>
    public const int MostNamed = 1_000;

    private const int MostInMessage = 10;

    private List<RunFailure> _failures = [];

    private MarketDataRun(DateTimeOffset startedAt) =>
        (Id, StartedAt, Status, Turn) = (MarketDataRunId.New(startedAt), startedAt, RunStatus.Running, "taken");

    /// <summary>Its identity.</summary>
    public MarketDataRunId Id { get; private set; }

    /// <summary>The exchange, or calendar, whose close it follows, such as NYSE; null where somebody asked for it.</summary>
    public string? Exchange { get; private set; }

    /// <summary>The trading day whose close it follows; null where somebody asked for it.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The only assets that it is for; all that anybody holds or watches where it is empty.</summary>
    public IReadOnlyList<string> Symbols { get; private set; } = [];

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it was over; null while it goes on.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>How it goes.</summary>
    public RunStatus Status { get; private set; }

    /// <summary>How many assets it is to update.</summary>
    public int AssetsAsked { get; private set; }

    /// <summary>How many it has updated.</summary>
    public int AssetsUpdated { get; private set; }

    /// <summary>How many it could not update.</summary>
    public int AssetsFailed { get; private set; }

    /// <summary>Calls made to market APIs; without batching there would have been one an asset.</summary>
    public int ProviderCalls { get; private set; }

    /// <summary>How many calls more it would have been with one an asset.</summary>
    public int CallsSaved => Math.Max(0, AssetsUpdated + AssetsFailed - ProviderCalls);

    /// <summary>What there is to say of it.</summary>
    public string? Message { get; private set; }

    /// <summary>The assets that could not be updated, the first <see cref="MostNamed"/> of them.</summary>
    public IReadOnlyList<RunFailure> Failures => _failures;

    /// <summary>Whether the exchange rates are done.</summary>
    public bool RatesDone { get; private set; }

    /// <summary>The last asset that is done; null before the first.</summary>
    public AssetId? LastDone { get; private set; }

    /// <summary>While it goes on, the one turn that there is for all runs; null once it is over.</summary>
    public string? Turn { get; private set; }

    /// <summary>A run that somebody asked for.</summary>
    /// <param name="symbols">The only assets that it is for; all that anybody holds or watches where it is empty.</param>
    /// <param name="now">The present moment.</param>
    public static MarketDataRun Asked(IReadOnlyList<string> symbols, DateTimeOffset now) => new(now) { Symbols = symbols };

    /// <summary>A run after a close.</summary>
    /// <param name="calendar">The exchange.</param>
    /// <param name="day">The day that closed.</param>
    /// <param name="now">The present moment.</param>
    public static MarketDataRun AfterClose(TradingCalendar calendar, DateOnly day, DateTimeOffset now) =>
        new(now) { Exchange = calendar.Name, Day = day };

    /// <summary>Says how many assets it is for.</summary>
    /// <param name="assets">How many.</param>
    public void Expect(int assets) => AssetsAsked = assets;

    /// <summary>Notes what the exchange rates took; a failure by its reason.</summary>
    /// <param name="calls">How many calls.</param>
    /// <param name="failure">Why they could not be had; null where they could.</param>
    public void NoteRates(int calls, string? failure)
    {
        RatesDone = true;
        ProviderCalls += calls;
        if (failure is not null) _failures.Add(new("exchange rates", failure));
    }

    /// <summary>Notes what a stretch of its assets brought.</summary>
    /// <param name="stretch">What it brought.</param>
    /// <param name="last">The last asset of the stretch.</param>
    public void Note(RunStretch stretch, AssetId last)
    {
        AssetsUpdated += stretch.Updated;
        AssetsFailed += stretch.Failures.Count;
        ProviderCalls += stretch.Calls;
        LastDone = last;
        _failures = [.. _failures, .. stretch.Failures.Take(MostNamed - _failures.Count)];
    }

    /// <summary>It is over.</summary>
    /// <param name="now">The present moment.</param>
    public void Finish(DateTimeOffset now)
    {
        var nothingCame = AssetsUpdated == 0 && (AssetsAsked > 0 || _failures.Count > 0);
        End(now, _failures.Count == 0 ? RunStatus.Succeeded : nothingCame ? RunStatus.Failed : RunStatus.Partial);
        if (_failures.Count > 0) Message = Summary();
    }

    /// <summary>It broke off for a reason that is nobody's business but the log's.</summary>
    /// <param name="now">The present moment.</param>
    public void Break(DateTimeOffset now)
    {
        End(now, AssetsUpdated > 0 ? RunStatus.Partial : RunStatus.Failed);
        Message = "It broke off; the log tells why.";
    }

    private void End(DateTimeOffset now, RunStatus status) => (FinishedAt, Status, Turn) = (now, status, null);

    private string Summary()
    {
        var more = AssetsFailed - Math.Min(AssetsFailed, MostInMessage);
        var named = string.Join(", ", _failures.Take(MostInMessage).Select(failure => failure.Symbol));
        var reasons = string.Join(" ", _failures.Select(failure => failure.Reason).Distinct().Take(3));
        return $"Not updated: {named}{(more > 0 ? $" and {more} more" : "")}. {reasons}";
    }
}
