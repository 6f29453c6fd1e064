using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Investr.Infrastructure.Persistence.Bulk;

/// <summary>A column as the database has it: its name, its type, and how a value of the model is stored in it.</summary>
internal sealed class StoredColumn
{
    private static readonly MethodInfo ReadAsType = typeof(StoredColumn).GetMethod(nameof(ReadAs), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Func<DbDataReader, int, object> _read;

    public StoredColumn(IColumn column)
    {
        var mapping = column.PropertyMappings[0];
        (Name, Property, Mapping) = (column.Name, mapping.Property, mapping.TypeMapping);
        var type = Mapping.Converter?.ProviderClrType ?? Mapping.ClrType;
        Type = Nullable.GetUnderlyingType(type) ?? type;
        _read = ReadAsType.MakeGenericMethod(Type).CreateDelegate<Func<DbDataReader, int, object>>();
    }

    public string Name { get; }

    public IProperty Property { get; }

    public RelationalTypeMapping Mapping { get; }

    /// <summary>What the driver takes and gives.</summary>
    public Type Type { get; }

    /// <summary>A value of the model as it is stored.</summary>
    public object Stored(object? value) => (value is null ? null : Mapping.Converter?.ConvertToProvider(value) ?? value) ?? DBNull.Value;

    /// <summary>What is stored at a place of the reader's row.</summary>
    public object Read(DbDataReader reader, int place) => reader.IsDBNull(place) ? DBNull.Value : _read(reader, place);

    /// <summary>What is stored as a value of the model.</summary>
    public object? Restored(object stored) =>
        stored is DBNull ? null : Mapping.Converter is { } converter ? converter.ConvertFromProvider(stored) : stored;

    private static object ReadAs<T>(DbDataReader reader, int place) => reader.GetFieldValue<T>(place)!;
}
