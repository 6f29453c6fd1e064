using System.Text.Json;

namespace Investr.GraphQL.Types.Binding;

/// <summary>Which scalar a CLR type is.</summary>
internal sealed class ScalarRegistry
{
    private readonly Dictionary<Type, ScalarType> _byType = [];
    private readonly Dictionary<string, ScalarType> _byName = new(StringComparer.Ordinal);

    public ScalarRegistry(SchemaConfiguration configuration)
    {
        Add(BuiltInScalars.String, typeof(char));
        Add(BuiltInScalars.Boolean);
        Add(BuiltInScalars.Int);
        Add(BuiltInScalars.Float, typeof(float));
        _byName[BuiltInScalars.ID.Name] = BuiltInScalars.ID;
        Add(new DecimalType(configuration.Options.DecimalAsString));
        Add(new LongType());
        Add(new IntegerType<sbyte>("Byte"));
        Add(new IntegerType<short>("Short"));
        Add(new IntegerType<byte>("UnsignedByte"));
        Add(new IntegerType<ushort>("UnsignedShort"));
        Add(new IntegerType<uint>("UnsignedInt"));
        Add(new IntegerType<ulong>("UnsignedLong"));
        Add(new UuidType());
        Add(new DateTimeType(), typeof(DateTime));
        Add(new DateType(configuration.Options.DateScalarName));
        Add(new LocalTimeType());
        Add(new DurationType());
        Add(new UriType());
        Add(new Base64StringType());
        Named(new LocalDateTimeType());
        Add(new UploadType());
        Add(new AnyType(), typeof(JsonElement), typeof(object));
        foreach (var scalar in configuration.Scalars) Add(scalar);
        foreach (var (type, scalarType) in configuration.ScalarBindings)
        {
            _byType[type] = OfClass(scalarType);
        }
    }

    /// <summary>The scalar of a class; made where there is none.</summary>
    public ScalarType OfClass(Type scalarType) =>
        _byName.Values.FirstOrDefault(scalarType.IsInstanceOfType) ?? Named((ScalarType)Activator.CreateInstance(scalarType)!);

    public ScalarType? Find(Type type) => _byType.GetValueOrDefault(type);

    public ScalarType? FindByName(string name) => _byName.GetValueOrDefault(name);

    private void Add(ScalarType scalar, params ReadOnlySpan<Type> near)
    {
        _byType[scalar.RuntimeType] = Named(scalar);
        foreach (var type in near) _byType[type] = scalar;
    }

    private ScalarType Named(ScalarType scalar) => _byName[scalar.Name] = scalar;
}
