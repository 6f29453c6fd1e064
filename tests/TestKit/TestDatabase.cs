using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Investr.TestKit;

/// <summary>
/// The database of a test, which goes with its folder. Where <c>INVESTR_TEST_POSTGRESQL</c> or <c>INVESTR_TEST_SQLSERVER</c> holds a
/// connection string, every test of the run has one on that server; else it is a file of SQLite.
/// </summary>
public sealed class TestDatabase
{
    private const string Sqlite = "Sqlite";
    private const string PostgreSql = "PostgreSql";
    private const string SqlServer = "SqlServer";

    private readonly string _folder;

    private TestDatabase(string folder) => _folder = folder;

    /// <summary>What <c>Database:Provider</c> is in this run.</summary>
    public static string Provider { get; } = ServerOf(PostgreSql) is not null ? PostgreSql : ServerOf(SqlServer) is not null ? SqlServer : Sqlite;

    public static bool IsSqlite => Provider == Sqlite;

    public static bool IsPostgreSql => Provider == PostgreSql;

    public string ConnectionString => Provider switch
    {
        PostgreSql => new NpgsqlConnectionStringBuilder(ServerOf(PostgreSql)) { Database = Name, MaxPoolSize = 20 }.ConnectionString,
        SqlServer => new SqlConnectionStringBuilder(ServerOf(SqlServer)) { InitialCatalog = Name }.ConnectionString,
        _ => $"Data Source={Path.Combine(_folder, "data", "investr.db")}",
    };

    /// <summary>The settings that lead to it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Provider,
        ["ConnectionStrings:Investr"] = ConnectionString,

        // On a server it would be with the service, which many tests are at once.
        ["Protection:KeyRing"] = Path.Combine(_folder, "data", "key-ring"),
        ["Database:MigrateAtStart"] = "true",
    };

    private string Name => Path.GetFileName(_folder);

    /// <summary>The database of a folder: the same one each time, though it is only made when something is migrated to it.</summary>
    public static TestDatabase Of(string folder) => new(folder);

    /// <summary>What the environment says of a kind of server; null where it says nothing.</summary>
    public static string? ServerOf(string provider) =>
        Environment.GetEnvironmentVariable($"INVESTR_TEST_{provider.ToUpperInvariant()}") is { Length: > 0 } connection ? connection : null;

    /// <summary>Drops it, and deletes its folder.</summary>
    public async ValueTask DeleteAsync()
    {
        switch (Provider)
        {
            case PostgreSql:
                await using (var pooled = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(pooled);
                await using (var server = NpgsqlDataSource.Create(ServerOf(PostgreSql)!))
                await using (var drop = server.CreateCommand($"DROP DATABASE IF EXISTS \"{Name}\" WITH (FORCE)")) await drop.ExecuteNonQueryAsync();
                break;

            case SqlServer:
                await using (var server = new SqlConnection(ServerOf(SqlServer)))
                {
                    await server.OpenAsync();
                    await using var drop = server.CreateCommand();
                    drop.CommandText = $"IF DB_ID('{Name}') IS NOT NULL BEGIN ALTER DATABASE [{Name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{Name}]; END";
                    await drop.ExecuteNonQueryAsync();
                }

                break;

            default:
                SqliteConnection.ClearAllPools();
                break;
        }

        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
