using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Investr.Infrastructure.Persistence.Sqlite;

/// <summary>Sets up each connection: readers beside one writer, and a writer that waits its turn.</summary>
internal sealed class SqliteConnectionTuning : DbConnectionInterceptor
{
    // With a write-ahead log, NORMAL keeps the database whole through a crash; a loss of power may take the last commits with it.
    private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
