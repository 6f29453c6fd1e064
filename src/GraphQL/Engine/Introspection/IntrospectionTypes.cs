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
        Description = "What a server can be asked: its types, its directives and where each kind of operation begins.",
    };

    /// <summary><c>__Type</c></summary>
    public static ObjectType Type { get; } = new("__Type", typeof(GraphQLType))
    {
        Description = "A type. Its kind tells which of the fields below say something of it; the others are null.",
    };

    /// <summary><c>__Field</c></summary>
    public static ObjectType Field { get; } = new("__Field", typeof(FieldDefinition))
    {
        Description = "A field of an object or interface: its name, its arguments and the type of its values.",
    };

    /// <summary><c>__InputValue</c></summary>
    public static ObjectType InputValue { get; } = new("__InputValue", typeof(ArgumentDefinition))
    {
        Description = "An argument of a field or directive, or a field of an input object.",
    };

    /// <summary><c>__EnumValue</c></summary>
    public static ObjectType EnumValue { get; } = new("__EnumValue", typeof(EnumValueDefinition))
    {
        Description = "One of an enum's values; in a response it is written as its name.",
    };

    /// <summary><c>__Directive</c></summary>
    public static ObjectType Directive { get; } = new("__Directive", typeof(DirectiveDefinition))
    {
        Description = "A directive: a note in a document or a schema that changes how a part of it is understood or executed.",
    };

    /// <summary><c>__TypeKind</c></summary>
    public static EnumType TypeKind { get; } = new("__TypeKind", null,
    [
        Value("SCALAR", "A leaf with a format of its own."),
        Value("OBJECT", "Has `fields` and `interfaces`."),
        Value("INTERFACE", "Has `fields`, `interfaces` and `possibleTypes`."),
        Value("UNION", "Has `possibleTypes`."),
        Value("ENUM", "Has `enumValues`."),
        Value("INPUT_OBJECT", "Has `inputFields`."),
        Value("LIST", "A list of what `ofType` says."),
        Value("NON_NULL", "What `ofType` says, and never null."),
    ])
    { Description = "What kind of type a `__Type` is." };

    /// <summary><c>__DirectiveLocation</c></summary>
    public static EnumType DirectiveLocation { get; } = new("__DirectiveLocation", null,
    [
        Value("QUERY", "On a query."),
        Value("MUTATION", "On a mutation."),
        Value("SUBSCRIPTION", "On a subscription."),
        Value("FIELD", "On a field."),
        Value("FRAGMENT_DEFINITION", "On a fragment."),
        Value("FRAGMENT_SPREAD", "On a fragment's use."),
        Value("INLINE_FRAGMENT", "On an inline fragment."),
        Value("VARIABLE_DEFINITION", "On a variable's definition."),
        Value("SCHEMA", "On a schema."),
        Value("SCALAR", "On a scalar."),
        Value("OBJECT", "On an object type."),
        Value("FIELD_DEFINITION", "On a field's definition."),
        Value("ARGUMENT_DEFINITION", "On an argument's definition."),
        Value("INTERFACE", "On an interface."),
        Value("UNION", "On a union."),
        Value("ENUM", "On an enum."),
        Value("ENUM_VALUE", "On an enum's value."),
        Value("INPUT_OBJECT", "On an input object."),
        Value("INPUT_FIELD_DEFINITION", "On an input object's field."),
    ])
    { Description = "A place where a directive may stand." };

    /// <summary>All eight, in the specification's order.</summary>
    public static IReadOnlyList<NamedType> All { get; } =
        [Schema, Directive, DirectiveLocation, Type, Field, InputValue, EnumValue, TypeKind];

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
        Read<Schema>("types", ListOf(Type), schema => schema.Types, "Every named type."),
        Read<Schema>("queryType", new NonNullType(Type), schema => schema.Query, "Where queries begin."),
        Read<Schema>("mutationType", Type, schema => schema.Mutation, "Where mutations begin; null where nothing can be written."),
        Read<Schema>("subscriptionType", Type, schema => schema.Subscription, "Where subscriptions begin; null where there are no events."),
        Read<Schema>("directives", ListOf(Directive), schema => schema.Directives, "Every directive."),
    ];

    private static FieldDefinition[] TypeFields() =>
    [
        Read<GraphQLType>("kind", new NonNullType(TypeKind), KindOf),
        Read<GraphQLType>("name", BuiltInScalars.String, type => (type as NamedType)?.Name),
        Read<GraphQLType>("description", BuiltInScalars.String, type => (type as NamedType)?.Description),
        Read<GraphQLType>("specifiedByURL", BuiltInScalars.String, type => (type as ScalarType)?.SpecifiedBy?.OriginalString),
        Filtered<GraphQLType, FieldDefinition>(
            "fields", new ListType(new NonNullType(Field)), type => (type as FieldsType)?.Fields, field => field.DeprecationReason),
        Read<GraphQLType>("interfaces", new ListType(new NonNullType(Type)), type => (type as FieldsType)?.Interfaces),
        new("possibleTypes", new ListType(new NonNullType(Type)), [])
        {
            Resolver = new DelegateResolver(frame =>
                frame.Parent is InterfaceType or UnionType ? frame.Schema.PossibleTypes((NamedType)frame.Parent) : null),
        },
        Filtered<GraphQLType, EnumValueDefinition>(
            "enumValues", new ListType(new NonNullType(EnumValue)), type => (type as EnumType)?.Values, value => value.DeprecationReason),
        Filtered<GraphQLType, ArgumentDefinition>(
            "inputFields",
            new ListType(new NonNullType(InputValue)),
            type => (type as InputObjectType)?.Fields,
            field => field.DeprecationReason),
        Read<GraphQLType>(
            "ofType", Type, type => type switch { ListType list => list.OfType, NonNullType required => required.OfType, _ => null }),
        Read<GraphQLType>("isOneOf", BuiltInScalars.Boolean, type => (type as InputObjectType)?.IsOneOf),
    ];

    private static FieldDefinition[] FieldFields() =>
    [
        Read<FieldDefinition>("name", NonNullText, field => field.Name),
        Read<FieldDefinition>("description", BuiltInScalars.String, field => field.Description),
        Filtered<FieldDefinition, ArgumentDefinition>(
            "args", ListOf(InputValue), field => field.Arguments, argument => argument.DeprecationReason),
        Read<FieldDefinition>("type", new NonNullType(Type), field => field.Type),
        Read<FieldDefinition>("isDeprecated", NonNullFlag, field => field.DeprecationReason is not null),
        Read<FieldDefinition>("deprecationReason", BuiltInScalars.String, field => field.DeprecationReason),
    ];

    private static FieldDefinition[] InputValueFields() =>
    [
        Read<ArgumentDefinition>("name", NonNullText, argument => argument.Name),
        Read<ArgumentDefinition>("description", BuiltInScalars.String, argument => argument.Description),
        Read<ArgumentDefinition>("type", new NonNullType(Type), argument => argument.Type),
        Read<ArgumentDefinition>(
            "defaultValue",
            BuiltInScalars.String,
            argument => argument.DefaultValue is { } literal ? LiteralText.Of(literal) : null,
            "The default as a literal of the language; null where there is none."),
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
        Filtered<DirectiveDefinition, ArgumentDefinition>(
            "args", ListOf(InputValue), directive => directive.Arguments, argument => argument.DeprecationReason),
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
