using Investr.GraphQL.Types;

namespace Investr.GraphQL.Introspection;

/// <summary>§4.1, §4.2 The fields that are there without being listed: <c>__typename</c> on every composite type, <c>__schema</c> and <c>__type</c> on the query root.</summary>
public static class MetaFields
{
    /// <summary>The name of the concrete object type. The executor answers it from the plan.</summary>
    public static FieldDefinition TypeName { get; } = new("__typename", new NonNullType(BuiltInScalars.String), [])
    {
        Description = "The name of the object's type.",
    };

    /// <summary>The schema.</summary>
    public static FieldDefinition Schema { get; } = new("__schema", new NonNullType(IntrospectionTypes.Schema), [])
    {
        Description = "The schema that is served.",
        Resolver = new DelegateResolver(frame => frame.Schema),
    };

    /// <summary>A type by its name.</summary>
    public static FieldDefinition Type { get; } = new(
        "__type",
        IntrospectionTypes.Type,
        [new("name", new NonNullType(BuiltInScalars.String)) { RuntimeType = typeof(string) }])
    {
        Description = "A type by its name; null where there is none.",
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
