using Investr.GraphQL.Types;

namespace Investr.GraphQL.Introspection;

/// <summary>§4.2 The types that describe a schema. They are the same for every schema and read from its type model.</summary>
public static class IntrospectionTypes
{
    private static readonly NonNullType NonNullText = new(BuiltInScalars.String);
    private static readonly NonNullType NonNullFlag = new(BuiltInScalars.Boolean);

    /// <summary><c>__Schema</c></summary>
    public static ObjectType Schema { get; } = new("__Schema", typeof(Schema))
    {
        Description = "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.",
    };

    /// <summary><c>__Type</c></summary>
    public static ObjectType Type { get; } = new("__Type", typeof(GraphQLType))
    {
        Description = "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.",
    };

    /// <summary><c>__Field</c></summary>
    public static ObjectType Field { get; } = new("__Field", typeof(FieldDefinition))
    {
        Description = "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.",
    };

    /// <summary><c>__InputValue</c></summary>
    public static ObjectType InputValue { get; } = new("__InputValue", typeof(ArgumentDefinition))
    {
        Description = "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.",
    };

    /// <summary><c>__EnumValue</c></summary>
    public static ObjectType EnumValue { get; } = new("__EnumValue", typeof(EnumValueDefinition))
    {
        Description = "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string.",
    };

    /// <summary><c>__Directive</c></summary>
    public static ObjectType Directive { get; } = new("__Directive", typeof(DirectiveDefinition))
    {
        Description = "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.",
    };

    /// <summary><c>__TypeKind</c></summary>
    public static EnumType TypeKind { get; } = new("__TypeKind", null,
    [
        Value("SCALAR", "Indicates this type is a scalar."),
        Value("OBJECT", "Indicates this type is an object. `fields` and `interfaces` are valid fields."),
        Value("INTERFACE", "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields."),
        Value("UNION", "Indicates this type is a union. `possibleTypes` is a valid field."),
        Value("ENUM", "Indicates this type is an enum. `enumValues` is a valid field."),
        Value("INPUT_OBJECT", "Indicates this type is an input object. `inputFields` is a valid field."),
        Value("LIST", "Indicates this type is a list. `ofType` is a valid field."),
        Value("NON_NULL", "Indicates this type is a non-null. `ofType` is a valid field."),
    ])
    { Description = "An enum describing what kind of type a given `__Type` is." };

    /// <summary><c>__DirectiveLocation</c></summary>
    public static EnumType DirectiveLocation { get; } = new("__DirectiveLocation", null,
    [
        Value("QUERY", "Location adjacent to a query operation."),
        Value("MUTATION", "Location adjacent to a mutation operation."),
        Value("SUBSCRIPTION", "Location adjacent to a subscription operation."),
        Value("FIELD", "Location adjacent to a field."),
        Value("FRAGMENT_DEFINITION", "Location adjacent to a fragment definition."),
        Value("FRAGMENT_SPREAD", "Location adjacent to a fragment spread."),
        Value("INLINE_FRAGMENT", "Location adjacent to an inline fragment."),
        Value("VARIABLE_DEFINITION", "Location adjacent to a variable definition."),
        Value("SCHEMA", "Location adjacent to a schema definition."),
        Value("SCALAR", "Location adjacent to a scalar definition."),
        Value("OBJECT", "Location adjacent to an object type definition."),
        Value("FIELD_DEFINITION", "Location adjacent to a field definition."),
        Value("ARGUMENT_DEFINITION", "Location adjacent to an argument definition."),
        Value("INTERFACE", "Location adjacent to an interface definition."),
        Value("UNION", "Location adjacent to a union definition."),
        Value("ENUM", "Location adjacent to an enum definition."),
        Value("ENUM_VALUE", "Location adjacent to an enum value definition."),
        Value("INPUT_OBJECT", "Location adjacent to an input object type definition."),
        Value("INPUT_FIELD_DEFINITION", "Location adjacent to an input object field definition."),
    ])
    { Description = "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies." };

    /// <summary>All eight, in the specification's order.</summary>
    public static IReadOnlyList<NamedType> All { get; } = [Schema, Directive, DirectiveLocation, Type, Field, InputValue, EnumValue, TypeKind];

    static IntrospectionTypes()
    {
        Schema.SetFields(SchemaFields());
        Type.SetFields(TypeFields());
        Field.SetFields(FieldFields());
        InputValue.SetFields(InputValueFields());
        EnumValue.SetFields(EnumValueFields());
        Directive.SetFields(DirectiveFields());
    }

    private static FieldDefinition[] SchemaFields() =>
    [
        Read<Schema>("description", BuiltInScalars.String, schema => schema.Description),
        Read<Schema>("types", ListOf(Type), schema => schema.Types, "A list of all types supported by this server."),
        Read<Schema>("queryType", new NonNullType(Type), schema => schema.Query, "The type that query operations will be rooted at."),
        Read<Schema>("mutationType", Type, schema => schema.Mutation, "If this server supports mutation, the type that mutation operations will be rooted at."),
        Read<Schema>("subscriptionType", Type, schema => schema.Subscription, "If this server support subscription, the type that subscription operations will be rooted at."),
        Read<Schema>("directives", ListOf(Directive), schema => schema.Directives, "A list of all directives supported by this server."),
    ];

    private static FieldDefinition[] TypeFields() =>
    [
        Read<GraphQLType>("kind", new NonNullType(TypeKind), KindOf),
        Read<GraphQLType>("name", BuiltInScalars.String, type => (type as NamedType)?.Name),
        Read<GraphQLType>("description", BuiltInScalars.String, type => (type as NamedType)?.Description),
        Read<GraphQLType>("specifiedByURL", BuiltInScalars.String, type => (type as ScalarType)?.SpecifiedBy?.OriginalString),
        Filtered<GraphQLType, FieldDefinition>("fields", new ListType(new NonNullType(Field)), type => (type as FieldsType)?.Fields, field => field.DeprecationReason),
        Read<GraphQLType>("interfaces", new ListType(new NonNullType(Type)), type => (type as FieldsType)?.Interfaces),
        new("possibleTypes", new ListType(new NonNullType(Type)), [])
        {
            Resolver = new DelegateResolver(frame => frame.Parent is InterfaceType or UnionType ? frame.Schema.PossibleTypes((NamedType)frame.Parent) : null),
        },
        Filtered<GraphQLType, EnumValueDefinition>("enumValues", new ListType(new NonNullType(EnumValue)), type => (type as EnumType)?.Values, value => value.DeprecationReason),
        Filtered<GraphQLType, ArgumentDefinition>("inputFields", new ListType(new NonNullType(InputValue)), type => (type as InputObjectType)?.Fields, field => field.DeprecationReason),
        Read<GraphQLType>("ofType", Type, type => type switch { ListType list => list.OfType, NonNullType required => required.OfType, _ => null }),
        Read<GraphQLType>("isOneOf", BuiltInScalars.Boolean, type => (type as InputObjectType)?.IsOneOf),
    ];

    private static FieldDefinition[] FieldFields() =>
    [
        Read<FieldDefinition>("name", NonNullText, field => field.Name),
        Read<FieldDefinition>("description", BuiltInScalars.String, field => field.Description),
        Filtered<FieldDefinition, ArgumentDefinition>("args", ListOf(InputValue), field => field.Arguments, argument => argument.DeprecationReason),
        Read<FieldDefinition>("type", new NonNullType(Type), field => field.Type),
        Read<FieldDefinition>("isDeprecated", NonNullFlag, field => field.DeprecationReason is not null),
        Read<FieldDefinition>("deprecationReason", BuiltInScalars.String, field => field.DeprecationReason),
    ];

    private static FieldDefinition[] InputValueFields() =>
    [
        Read<ArgumentDefinition>("name", NonNullText, argument => argument.Name),
        Read<ArgumentDefinition>("description", BuiltInScalars.String, argument => argument.Description),
        Read<ArgumentDefinition>("type", new NonNullType(Type), argument => argument.Type),
        Read<ArgumentDefinition>("defaultValue", BuiltInScalars.String, argument => argument.DefaultValue is { } literal ? LiteralText.Of(literal) : null,
            "A GraphQL-formatted string representing the default value for this input value."),
        Read<ArgumentDefinition>("isDeprecated", NonNullFlag, argument => argument.DeprecationReason is not null),
        Read<ArgumentDefinition>("deprecationReason", BuiltInScalars.String, argument => argument.DeprecationReason),
    ];

    private static FieldDefinition[] EnumValueFields() =>
    [
        Read<EnumValueDefinition>("name", NonNullText, value => value.Name),
        Read<EnumValueDefinition>("description", BuiltInScalars.String, value => value.Description),
        Read<EnumValueDefinition>("isDeprecated", NonNullFlag, value => value.DeprecationReason is not null),
        Read<EnumValueDefinition>("deprecationReason", BuiltInScalars.String, value => value.DeprecationReason),
    ];

    private static FieldDefinition[] DirectiveFields() =>
    [
        Read<DirectiveDefinition>("name", NonNullText, directive => directive.Name),
        Read<DirectiveDefinition>("description", BuiltInScalars.String, directive => directive.Description),
        Read<DirectiveDefinition>("isRepeatable", NonNullFlag, directive => directive.IsRepeatable),
        Read<DirectiveDefinition>("locations", ListOf(DirectiveLocation), directive => directive.Locations),
        Filtered<DirectiveDefinition, ArgumentDefinition>("args", ListOf(InputValue), directive => directive.Arguments, argument => argument.DeprecationReason),
    ];

    private static string KindOf(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private static FieldDefinition Read<TParent>(string name, GraphQLType type, Func<TParent, object?> read, string? description = null) =>
        new(name, type, []) { Description = description, Resolver = DelegateResolver.Of(read) };

    private static FieldDefinition Filtered<TParent, TItem>(
        string name, GraphQLType type, Func<TParent, IReadOnlyList<TItem>?> read, Func<TItem, string?> deprecation) =>
        new(name, type, [IncludeDeprecated()])
        {
            Resolver = new DelegateResolver(frame => read((TParent)frame.Parent!) switch
            {
                null => null,
                var items when frame.Arguments[0] is true => items,
                var items => items.Where(item => deprecation(item) is null).ToArray(),
            }),
        };

    private static ArgumentDefinition IncludeDeprecated() => new("includeDeprecated", NonNullFlag)
    {
        DefaultValue = new Language.BooleanValueNode(false),
        RuntimeType = typeof(bool),
    };

    private static NonNullType ListOf(GraphQLType item) => new(new ListType(new NonNullType(item)));

    private static EnumValueDefinition Value(string name, string description) => new(name, name, description);
}
