using Microsoft.Extensions.Configuration;

namespace Investr.Infrastructure.Persistence;

/// <summary>Which database, and where: <c>Database:Provider</c> and <c>ConnectionStrings:Investr</c>.</summary>
internal sealed record DatabaseOptions : ISettings
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    /// <summary>The kind of database, by its name.</summary>
    public string Provider { get; init; } = DatabaseKind.Default.Name;

    /// <summary>Where it is. The relative path of a file begins at the content root.</summary>
    [ConfigurationKeyName("Investr")]
    public string ConnectionString { get; init; } = "Data Source=data/investr.db";

    /// <summary>How long a statement may take, its wait for a lock included.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a start brings the database to the newest schema; where nothing is said, one that is embedded is.</summary>
    public bool? MigrateAtStart { get; init; }

    /// <summary>Whether this one's start migrates.</summary>
    public bool MigratesAtStart => MigrateAtStart ?? DatabaseKind.Named(Provider)!.MigratesAtStart;

    /// <summary>The same as EF counts it.</summary>
    public int CommandSeconds => (int)CommandTimeout.TotalSeconds;

    public IEnumerable<string> Faults()
    {
        if (DatabaseKind.Named(Provider) is null)
            yield return $"Database__Provider is '{Provider}'; it can be {string.Join(", ", DatabaseKind.All.Select(kind => kind.Name))}.";
        if (ConnectionFault() is { } fault) yield return $"ConnectionStrings__Investr {fault}.";
        if (CommandTimeout < TimeSpan.FromSeconds(1) || CommandTimeout > LongestTimeout)
            yield return $"Database__CommandTimeout is {CommandTimeout}; it can be from a second to an hour.";
    }

    private string? ConnectionFault()
    {
        try
        {
            return (DatabaseKind.Named(Provider) ?? DatabaseKind.Default).FaultOf(ConnectionString);
        }
        catch (ArgumentException unreadable)
        {
            // What was written may hold a password, which some drivers repeat.
            return unreadable is { ParamName: null } && !unreadable.Message.Contains(ConnectionString, StringComparison.Ordinal)
                ? $"cannot be read: {unreadable.Message.TrimEnd('.')}"
                : "cannot be read";
        }
    }
}
