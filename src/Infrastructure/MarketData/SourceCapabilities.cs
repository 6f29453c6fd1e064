namespace Investr.Infrastructure.MarketData;

/// <summary>What a source can be asked for, and how much of it. What is null it does not offer.</summary>
internal sealed record SourceCapabilities
{
    internal Offer? Quotes { get; init; }

    /// <summary>Past daily closes.</summary>
    internal Offer? History { get; init; }

    /// <summary>Dividends and splits by a call of their own.</summary>
    internal Offer? Actions { get; init; }

    /// <summary>Daily exchange rates; all currencies come in one call.</summary>
    internal Offer? Rates { get; init; }

    /// <summary>How many listings one connection streams; 0 where nothing is streamed.</summary>
    internal int StreamedSymbols { get; init; }

    /// <summary>What all calls together may cost; every one of these holds.</summary>
    internal IReadOnlyList<CallLimit> Limits { get; init; } = [];

    /// <summary>For how long a quote is as good as new: asked again sooner, the source would say the same.</summary>
    internal TimeSpan RefreshAfter { get; init; }

    /// <summary>Whether it answers out of this process, so that asking costs nothing and is not worth putting off.</summary>
    internal bool IsLocal { get; init; }

    /// <summary>What its terms want to be shown beside its data.</summary>
    internal string? Attribution { get; init; }
}

/// <summary>One kind of call: what fits in, and what it costs in the source's own credits.</summary>
/// <param name="SymbolsACall">Listings at most.</param>
internal sealed record Offer(int SymbolsACall)
{
    internal int CreditsACall { get; init; } = 1;

    /// <summary>What each listing costs on top of the call.</summary>
    internal int CreditsASymbol { get; init; }

    /// <summary>The longest span of days, of calendar days, that one call answers in full.</summary>
    internal int DaysACall { get; init; } = int.MaxValue;

    /// <summary>Rows at most, listings times days, in one answer.</summary>
    internal int RowsACall { get; init; } = int.MaxValue;

    /// <summary>How many days back it goes.</summary>
    internal int DaysBack { get; init; } = int.MaxValue;

    internal int CostOf(int symbols) => CreditsACall + CreditsASymbol * symbols;

    /// <summary>The longest span that may be asked for with so many listings in one call.</summary>
    internal int DaysFor(int symbols) => Math.Min(DaysACall, RowsACall / Math.Max(1, symbols));
}

/// <summary>How many credits may be used up in a stretch of time.</summary>
/// <param name="Window">The stretch, which begins with the clock's own second, minute, hour, day or month.</param>
/// <param name="Credits">Credits in each.</param>
internal sealed record CallLimit(LimitWindow Window, int Credits)
{
    /// <summary>The zone whose midnight ends a day, as its IANA name.</summary>
    internal string Zone { get; init; } = "UTC";
}

internal enum LimitWindow
{
    Second,
    Minute,
    Hour,
    Day,
    Month,
}
