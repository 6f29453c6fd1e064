using Investr.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Investr.Infrastructure.Persistence.PostgreSql;

/// <summary><c>COPY … FROM STDIN</c> in PostgreSQL's binary form.</summary>
internal sealed class CopyRowWriter : IRowWriter
{
    public async Task WriteAsync(DbContext context, StoredTable table, IAsyncEnumerable<object[]> rows, CancellationToken cancellationToken)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        string[] types = [.. table.Columns.Select(column => column.Mapping.StoreTypeNameBase)];

        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table.Delimited(sql)} ({table.Names(sql)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await copy.StartRowAsync(cancellationToken);
            for (var place = 0; place < row.Length; place++)
            {
                if (row[place] is DBNull) await copy.WriteNullAsync(cancellationToken);
                else await copy.WriteAsync(row[place], types[place], cancellationToken);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
