using System.Reflection;

namespace Investr.GraphQL.Types.Ids;

/// <summary>Which CLR types can be ids, and the global ids made of them.</summary>
internal sealed class GlobalIds
{
    private static readonly Dictionary<Type, object> Plain = new()
    {
        [typeof(Guid)] = new GuidIdFormat(),
        [typeof(string)] = new TextIdFormat(),
        [typeof(int)] = new NumberIdFormat<int>(),
        [typeof(long)] = new NumberIdFormat<long>(),
    };

    private readonly Dictionary<Type, string> _names = [];
    private readonly Dictionary<(Type, string?), GlobalId> _ids = [];

    /// <summary>Whether a type is a strongly typed id: a struct of one plain id, called XId.</summary>
    public static bool IsTyped(Type type) =>
        type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal) && type.Name.Length > 2 && Content(type) is not null;

    /// <summary>Says whose ids a strongly typed id's are, where its own name does not: the node type that has it as its id.</summary>
    public void Name(Type id, string typeName) => _names[id] = typeName;

    /// <summary>The type that a strongly typed id is of; null for a plain one.</summary>
    public string? TypeNameOf(Type id) => _names.GetValueOrDefault(id) ?? (IsTyped(id) ? id.Name[..^2] : null);

    /// <summary>The global ids made of a CLR type; null where it cannot be an id.</summary>
    public GlobalId? Of(Type type, string? typeName)
    {
        if (_ids.TryGetValue((type, typeName), out var known)) return known;
        if (Format(type) is not { } format) return null;

        return _ids[(type, typeName)] = (GlobalId)Activator.CreateInstance(typeof(GlobalId<>).MakeGenericType(type), typeName, format)!;
    }

    /// <summary>The fault of an id of a type that cannot be one.</summary>
    public static NotSupportedException Unsupported(Type type) =>
        new($"a {type.Name} cannot be an id: it takes a Guid, a string, an int, a long, or a struct of one of them");

    private static object? Format(Type type)
    {
        if (Plain.TryGetValue(type, out var plain)) return plain;
        if (Content(type) is not { } content) return null;

        var wrapped = typeof(WrappedIdFormat<,>).MakeGenericType(type, content.PropertyType);
        return Activator.CreateInstance(wrapped, Plain[content.PropertyType], content, Constructor(type, content));
    }

    private static PropertyInfo? Content(Type type) => type.IsValueType && !type.IsPrimitive && !type.IsEnum
        ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(property => Plain.ContainsKey(property.PropertyType) && Constructor(type, property) is not null)
        : null;

    private static ConstructorInfo? Constructor(Type type, PropertyInfo content) => type.GetConstructors()
        .FirstOrDefault(constructor => constructor.GetParameters() is [var only] && only.ParameterType == content.PropertyType
            && string.Equals(only.Name, content.Name, StringComparison.OrdinalIgnoreCase));
}
