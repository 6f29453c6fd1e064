using System.Data.Common;
using Investr.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Investr.Infrastructure.Persistence.Sqlite;

/// <summary>One statement, prepared once and run for each row.</summary>
internal sealed class PreparedRowWriter : IRowWriter
{
    public async Task WriteAsync(DbContext context, StoredTable table, IAsyncEnumerable<object[]> rows, CancellationToken cancellationToken)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        await using var command = StoredTable.CommandOn(context);
        DbParameter[] parameters = [.. table.Columns.Select((column, place) => column.Mapping.CreateParameter(command, $"p{place}", value: null, nullable: true))];
        command.Parameters.AddRange(parameters);
        var places = string.Join(", ", parameters.Select((_, place) => sql.GenerateParameterName($"p{place}")));
        command.CommandText = $"INSERT INTO {table.Delimited(sql)} ({table.Names(sql)}) VALUES ({places})";

        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            for (var place = 0; place < row.Length; place++) parameters[place].Value = row[place];
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
