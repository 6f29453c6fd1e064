using System.Net.Http.Headers;

namespace Investr.Infrastructure.MarketData.Http;

/// <summary>How one source is reached: the settings under <c>MarketData:…</c>. What a source sets itself are its defaults.</summary>
/// <param name="Name">The name of the section, and of the source wherever it is spoken of.</param>
/// <param name="NeedsKey">Whether it answers nobody without a key.</param>
internal abstract record SourceSettings(string Name, bool NeedsKey) : ISettings
{
    internal const string Root = "MarketData";

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Whether it is asked; where nothing is said, it is where it has a key.</summary>
    public bool? Enabled { get; init; }

    /// <summary>A secret: who asks.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Where its API begins.</summary>
    public abstract Uri BaseAddress { get; init; }

    /// <summary>Where it streams prices; null where it does not.</summary>
    public virtual Uri? StreamAddress { get; init; }

    /// <summary>How long one call may take.</summary>
    public virtual TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Credits that the plan has for each minute, hour, day and month; null where it sets no bound.</summary>
    public virtual int? PerMinute { get; init; }

    public virtual int? PerHour { get; init; }

    public virtual int? PerDay { get; init; }

    public virtual int? PerMonth { get; init; }

    internal bool IsOn => Enabled ?? ApiKey is { Length: > 0 };

    /// <summary>The bounds, each with the zone whose midnight ends its days.</summary>
    internal IReadOnlyList<CallLimit> Limits(string zone = "UTC") =>
    [
        .. new (LimitWindow Window, int? Credits)[]
            {
                (LimitWindow.Minute, PerMinute), (LimitWindow.Hour, PerHour), (LimitWindow.Day, PerDay), (LimitWindow.Month, PerMonth),
            }
            .Where(limit => limit.Credits is not null)
            .Select(limit => new CallLimit(limit.Window, limit.Credits!.Value) { Zone = zone }),
    ];

    /// <summary>Says who asks, with every call.</summary>
    internal virtual void Authorize(HttpRequestHeaders headers)
    {
    }

    public IEnumerable<string> Faults()
    {
        if (NeedsKey && IsOn && string.IsNullOrWhiteSpace(ApiKey))
            yield return $"{Key(nameof(ApiKey))} is missing, which {Key(nameof(Enabled))} needs.";
        if (ApiKey?.Any(char.IsControl) == true) yield return $"{Key(nameof(ApiKey))} must be one line.";

        if (!IsSafe(BaseAddress, "http", "https")) yield return $"{Key(nameof(BaseAddress))} must begin with https://.";
        if (StreamAddress is not null && !IsSafe(StreamAddress, "ws", "wss"))
            yield return $"{Key(nameof(StreamAddress))} must begin with wss://.";

        if (Timeout <= TimeSpan.Zero || Timeout > LongestTimeout) yield return $"{Key(nameof(Timeout))} must be up to {LongestTimeout}.";

        (string Name, int? Credits)[] limits =
        [
            (nameof(PerMinute), PerMinute), (nameof(PerHour), PerHour), (nameof(PerDay), PerDay), (nameof(PerMonth), PerMonth),
        ];
        foreach (var limit in limits.Where(limit => limit.Credits < 1)) yield return $"{Key(limit.Name)} must be 1 or more.";
    }

    // A key does not go over the wire in clear; on this machine there is no wire.
    private static bool IsSafe(Uri address, string clear, string encrypted) =>
        address is { IsAbsoluteUri: true } &&
        (address.Scheme == encrypted || (address.Scheme == clear && address.IsLoopback));

    private string Key(string setting) => $"{Root}__{Name}__{setting}";
}
