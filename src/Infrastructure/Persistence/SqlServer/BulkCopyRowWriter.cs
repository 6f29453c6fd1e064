using System.Data;
using Investr.Infrastructure.Persistence.Bulk;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Investr.Infrastructure.Persistence.SqlServer;

/// <summary><see cref="SqlBulkCopy"/>, a part at a time; constraints are checked, as in any other statement.</summary>
internal sealed class BulkCopyRowWriter : IRowWriter
{
    private const int RowsOfPart = 10_000;

    public async Task WriteAsync(DbContext context, StoredTable table, IAsyncEnumerable<object[]> rows, CancellationToken cancellationToken)
    {
        using var copy = new SqlBulkCopy(
            (SqlConnection)context.Database.GetDbConnection(),
            SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.FireTriggers,
            (SqlTransaction)context.Database.CurrentTransaction!.GetDbTransaction())
        {
            DestinationTableName = table.Delimited(context.GetService<ISqlGenerationHelper>()),
            BulkCopyTimeout = context.Database.GetCommandTimeout() ?? 0,
        };
        foreach (var column in table.Columns) copy.ColumnMappings.Add(column.Name, column.Name);

        await foreach (var part in rows.Chunk(RowsOfPart).WithCancellation(cancellationToken))
        {
            using var data = PartOf(table, part);
            await copy.WriteToServerAsync(data, cancellationToken);
        }
    }

    /// <summary>Rows in the form that the bulk copy takes.</summary>
    internal static DataTable PartOf(StoredTable table, IReadOnlyCollection<object[]> rows)
    {
        var data = new DataTable();
        foreach (var column in table.Columns) data.Columns.Add(column.Name, column.Type);
        foreach (var row in rows) data.Rows.Add(row);
        return data;
    }
}
