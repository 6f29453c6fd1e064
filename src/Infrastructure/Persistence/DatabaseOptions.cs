using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Investr.Infrastructure.Persistence;

/// <summary>Which database, and where: <c>Database:Provider</c> and <c>ConnectionStrings:Investr</c>.</summary>
internal sealed record DatabaseOptions : ISettings
{
    public const string Sqlite = "Sqlite";

    /// <summary>The kind of database.</summary>
    public string Provider { get; init; } = Sqlite;

    /// <summary>Where it is. A relative path begins at the content root.</summary>
    [ConfigurationKeyName("Investr")]
    public string ConnectionString { get; init; } = "Data Source=data/investr.db";

    public IEnumerable<string> Faults()
    {
        if (Provider != Sqlite) yield return $"Database__Provider is '{Provider}'; the only provider is {Sqlite}.";
        if (FileFault() is { } fault) yield return fault;
    }

    private string? FileFault()
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder(ConnectionString);
            // Every connection to a database in memory would see one of its own.
            return connection.DataSource is "" or ":memory:" || connection.Mode == SqliteOpenMode.Memory
                ? "ConnectionStrings__Investr must name a file, such as 'Data Source=data/investr.db'."
                : null;
        }
        catch (ArgumentException unreadable)
        {
            return $"ConnectionStrings__Investr cannot be read: {unreadable.Message}";
        }
    }
}
