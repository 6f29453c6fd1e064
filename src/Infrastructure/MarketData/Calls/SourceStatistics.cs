using System.Diagnostics.Metrics;

namespace Investr.Infrastructure.MarketData.Calls;

/// <summary>What one source was asked since the start, and how it did.</summary>
internal sealed class SourceStatistics(string source, TimeProvider clock)
{
    private readonly KeyValuePair<string, object?> _tag = new("source", source);
    private long _calls;
    private long _symbolsAsked;
    private long _symbolsSaved;
    private long _rateLimited;
    private volatile Outcome? _last;
    private volatile Outcome? _lastError;
    private volatile Outcome? _lastSuccess;

    /// <summary>Calls made, second attempts among them.</summary>
    internal long Calls => Interlocked.Read(ref _calls);

    internal long SymbolsAsked => Interlocked.Read(ref _symbolsAsked);

    /// <summary>Symbols that were wanted and did not need asking: in memory, or on their way for somebody else.</summary>
    internal long SymbolsSaved => Interlocked.Read(ref _symbolsSaved);

    /// <summary>Calls that the source refused because there were too many.</summary>
    internal long RateLimited => Interlocked.Read(ref _rateLimited);

    internal string? LastError => _lastError?.Error;

    internal DateTimeOffset? LastErrorAt => _lastError?.At;

    internal DateTimeOffset? LastSuccessAt => _lastSuccess?.At;

    /// <summary>Whether its last call failed.</summary>
    internal bool IsFailing => _last is { Error: not null };

    internal void Asked(int symbols)
    {
        Interlocked.Increment(ref _calls);
        Interlocked.Add(ref _symbolsAsked, symbols);
        MarketDataTelemetry.Symbols.Add(symbols, _tag);
    }

    internal void Saved(int symbols)
    {
        if (symbols == 0) return;

        Interlocked.Add(ref _symbolsSaved, symbols);
        MarketDataTelemetry.SymbolsSaved.Add(symbols, _tag);
    }

    internal void Succeeded(TimeSpan time)
    {
        _last = _lastSuccess = new Outcome(clock.GetUtcNow(), Error: null);
        MarketDataTelemetry.Calls.Record(time.TotalSeconds, _tag, new("outcome", "ok"));
    }

    internal void Failed(SourceException failure, TimeSpan time)
    {
        if (failure.Fault is SourceFault.RateLimited or SourceFault.QuotaExhausted) Interlocked.Increment(ref _rateLimited);
        _last = _lastError = new Outcome(clock.GetUtcNow(), $"{failure.Fault}: {failure.Message}");
        MarketDataTelemetry.Calls.Record(time.TotalSeconds, _tag, new("outcome", failure.Fault.ToString()));
    }

    private sealed record Outcome(DateTimeOffset At, string? Error);
}

/// <summary>What is measured of the calls to sources.</summary>
public static class MarketDataTelemetry
{
    /// <summary>The name under which the measurements are listened for.</summary>
    public const string Source = "Investr.MarketData";

    private static readonly Meter Meter = new(Source);

    internal static readonly Histogram<double> Calls =
        Meter.CreateHistogram<double>("market_data.call.duration", "s", "How long calls to market data sources take, by source and outcome.");

    internal static readonly Counter<long> Symbols =
        Meter.CreateCounter<long>("market_data.symbols", description: "Symbols that sources were asked for.");

    internal static readonly Counter<long> SymbolsSaved =
        Meter.CreateCounter<long>("market_data.symbols.saved", description: "Symbols that were wanted and did not need asking.");
}
