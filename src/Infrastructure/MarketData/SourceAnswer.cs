using Investr.Domain.Market;

namespace Investr.Infrastructure.MarketData;

/// <summary>What one call found, and why it did not find the rest.</summary>
/// <param name="Found">By asset; values that were not checked for plausibility.</param>
/// <param name="Faults">What was asked for and not found.</param>
internal sealed record SourceAnswer<T>(IReadOnlyDictionary<AssetId, T> Found, IReadOnlyDictionary<AssetId, SourceFault> Faults)
{
    internal static SourceAnswer<T> Nothing { get; } = new(new Dictionary<AssetId, T>(), new Dictionary<AssetId, SourceFault>());

    /// <summary>What the answer says is left of the source's limits; empty where it does not say.</summary>
    internal IReadOnlyList<CreditsLeft> Left { get; init; } = [];
}

/// <summary>What a source itself says of one of its limits. Its word counts for more than what was reckoned.</summary>
internal sealed record CreditsLeft(LimitWindow Window, int Credits);

/// <summary>Why a source did not give what it was asked for.</summary>
internal enum SourceFault
{
    /// <summary>It does not know the symbol. Asking again is of no use for a day.</summary>
    NotFound,

    /// <summary>It knows the symbol and has nothing for it, or nothing in that span.</summary>
    NoData,

    /// <summary>It has it, in another currency than ours or under another listing.</summary>
    WrongCurrency,

    /// <summary>It has it for those who pay more.</summary>
    PlanRestricted,

    /// <summary>The key is wrong or missing, or calls from here are not let in.</summary>
    Unauthorized,

    /// <summary>Too much was asked for in a short time.</summary>
    RateLimited,

    /// <summary>What may be asked for in a day or a month is used up.</summary>
    QuotaExhausted,

    /// <summary>It was not reached, or failed; the same call may succeed soon.</summary>
    Transient,

    /// <summary>What it said cannot be read, or cannot be true.</summary>
    Malformed,
}

/// <summary>A whole call failed.</summary>
internal sealed class SourceException(SourceFault fault, string message, Exception? reason = null) : Exception(message, reason)
{
    internal SourceFault Fault { get; } = fault;

    /// <summary>For how long the source wants not to be asked again; null where it does not say.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>What it says is left of its limits.</summary>
    internal IReadOnlyList<CreditsLeft> Left { get; init; } = [];
}
