using Investr.GraphQL.Types;

namespace Investr.GraphQL.Introspection;

/// <summary>§4.1, §4.2 The fields that are there without being listed: <c>__typename</c> on every composite type, <c>__schema</c> and <c>__type</c> on the query root.</summary>
public static class MetaFields
{
    /// <summary>The name of the concrete object type. The executor answers it from the plan.</summary>
    public static FieldDefinition TypeName { get; } = new("__typename", new NonNullType(BuiltInScalars.String), [])
    {
        Description = "The name of the current Object type at runtime.",
    };

    /// <summary>The schema.</summary>
    public static FieldDefinition Schema { get; } = new("__schema", new NonNullType(IntrospectionTypes.Schema), [])
    {
        Description = "Access the current type schema of this server.",
        Resolver = new DelegateResolver(frame => frame.Schema),
    };

    /// <summary>A type by its name.</summary>
    public static FieldDefinition Type { get; } = new(
        "__type",
        IntrospectionTypes.Type,
        [new("name", new NonNullType(BuiltInScalars.String)) { RuntimeType = typeof(string) }])
    {
        Description = "Request the type information of a single type.",
        Resolver = new DelegateResolver(frame => frame.Schema.FindType((string)frame.Arguments[0]!)),
    };

    /// <summary>The field of a name on a type, the meta fields included; null where there is none.</summary>
    public static FieldDefinition? Find(Schema schema, NamedType type, string name) => name switch
    {
        "__typename" when type is CompositeType => TypeName,
        "__schema" when type == schema.Query => Schema,
        "__type" when type == schema.Query => Type,
        _ => (type as FieldsType)?.FindField(name),
    };
}
