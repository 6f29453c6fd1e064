using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Investr.Infrastructure.Persistence.Sqlite;

/// <summary>The database's file. Its folder is made where there is none.</summary>
internal sealed class SqliteFile
{
    public SqliteFile(DatabaseOptions options, IHostEnvironment environment)
    {
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString) { ForeignKeys = true };
        connection.DataSource = Path.GetFullPath(connection.DataSource, environment.ContentRootPath);

        ConnectionString = connection.ConnectionString;
        Folder = Path.GetDirectoryName(connection.DataSource)!;
        Directory.CreateDirectory(Folder);
    }

    public string ConnectionString { get; }

    public string Folder { get; }
}
