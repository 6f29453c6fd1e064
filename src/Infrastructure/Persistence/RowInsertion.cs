using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Investr.Infrastructure.Persistence;

/// <summary>Many new rows of one table by one prepared statement, in the transaction that the context has open.</summary>
/// <remarks>
/// Columns and conversions are those of the model. Nothing is tracked, which for fifty thousand entries of a ledger is most of what
/// saving them through the context costs.
/// </remarks>
internal static class RowInsertion
{
    public static async Task InsertAsync<TRow>(DbContext context, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var entity = context.Model.FindEntityType(typeof(TRow))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        IProperty[] columns = [.. entity.GetProperties()];

        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        var sql = context.GetService<ISqlGenerationHelper>();
        var names = columns.Select(column => sql.DelimitIdentifier(column.GetColumnName(table)!));
        var places = columns.Select((_, place) => sql.GenerateParameterName($"p{place}"));
        command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)})";
        DbParameter[] parameters = [.. columns.Select((column, place) => column.GetRelationalTypeMapping()
            .CreateParameter(command, $"p{place}", value: null, nullable: true))];
        command.Parameters.AddRange(parameters);

        foreach (var row in rows)
        {
            for (var place = 0; place < columns.Length; place++) parameters[place].Value = StoredValue(columns[place], row);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static object StoredValue(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row);
        return (value is null ? null : column.GetRelationalTypeMapping().Converter?.ConvertToProvider(value) ?? value) ?? DBNull.Value;
    }
}
