using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Investr.Infrastructure.Persistence.Bulk;

/// <summary>A table of the model, read and written row by row as it is stored, without entities.</summary>
internal sealed class StoredTable(ITable table)
{
    /// <summary>Its name, without quotes.</summary>
    public string Name => table.Name;

    public IReadOnlyList<StoredColumn> Columns { get; } = [.. table.Columns.Select(column => new StoredColumn(column))];

    /// <summary>The table of one kind of row.</summary>
    public static StoredTable Of<TRow>(DbContext context) where TRow : class =>
        new(context.Model.FindEntityType(typeof(TRow))!.GetTableMappings().Single().Table);

    /// <summary>Every table of the model, those that others refer to first.</summary>
    public static IReadOnlyList<StoredTable> AllOf(DbContext context)
    {
        List<ITable> ordered = [];
        foreach (var table in context.Model.GetRelationalModel().Tables) AddAfterPrincipals(table);
        return [.. ordered.Select(table => new StoredTable(table))];

        void AddAfterPrincipals(ITable table)
        {
            if (ordered.Contains(table)) return;

            foreach (var reference in table.ForeignKeyConstraints.Where(reference => reference.PrincipalTable != table)) AddAfterPrincipals(reference.PrincipalTable);
            ordered.Add(table);
        }
    }

    /// <summary>The values of one entity, as they are stored.</summary>
    public object[] ValuesOf(object entity) => [.. Columns.Select(column => column.Stored(column.Property.GetGetter().GetClrValue(entity)))];

    /// <summary>All rows as they are stored, in no order.</summary>
    public async IAsyncEnumerable<object[]> ReadAsync(DbContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var sql = context.GetService<ISqlGenerationHelper>();
            await using var command = CommandOn(context);
            command.CommandText = $"SELECT {Names(sql)} FROM {Delimited(sql)}";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) yield return [.. Columns.Select((column, place) => column.Read(reader, place))];
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A command in the transaction that the context has open, if it has one.</summary>
    public static DbCommand CommandOn(DbContext context)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <summary>Its name in the database's quotes.</summary>
    public string Delimited(ISqlGenerationHelper sql) => sql.DelimitIdentifier(table.Name, table.Schema);

    /// <summary>The columns' names in the database's quotes.</summary>
    public string Names(ISqlGenerationHelper sql) => string.Join(", ", Columns.Select(column => sql.DelimitIdentifier(column.Name)));
}
