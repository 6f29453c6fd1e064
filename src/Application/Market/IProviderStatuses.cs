namespace Investr.Application.Market;

/// <summary>How the providers of market data are doing.</summary>
public interface IProviderStatuses
{
    /// <summary>Each provider, in the order in which they are asked.</summary>
    IReadOnlyList<ProviderStatus> Read();
}

/// <summary>How a provider of market data has been doing since the start.</summary>
/// <param name="Name">The name that quotes carry, such as simulated.</param>
public sealed record ProviderStatus(string Name)
{
    /// <summary>Whether it is switched on. What is not is never asked.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether it answered when it was last asked, or was not asked yet.</summary>
    public bool Healthy { get; init; }

    /// <summary>How many symbols one call takes.</summary>
    public int BatchSize { get; init; }

    /// <summary>Calls made, second attempts among them.</summary>
    public long Calls { get; init; }

    /// <summary>Symbols that those calls asked for.</summary>
    public long SymbolsAsked { get; init; }

    /// <summary>Symbols that were wanted and did not need asking: in memory, or on their way for somebody else.</summary>
    public long SymbolsSaved { get; init; }

    /// <summary>Calls that it refused because there were too many.</summary>
    public long RateLimited { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? LastError { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>When it last answered.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>Until when it is not asked, because it failed too often or wants to be left alone; null while it is asked.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>What is left of its limits.</summary>
    public IReadOnlyList<ProviderLimit> Limits { get; init; } = [];
}

/// <summary>One of a provider's limits.</summary>
/// <param name="Window">The stretch of time: second, minute, hour, day or month.</param>
/// <param name="Most">How many credits may be used up in it; a simple call costs one.</param>
/// <param name="Left">How many are left now.</param>
public sealed record ProviderLimit(string Window, int Most, int Left);
