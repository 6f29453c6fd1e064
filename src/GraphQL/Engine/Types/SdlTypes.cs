using Investr.GraphQL.Introspection;
using Investr.GraphQL.Language;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>The types of a schema's text: each made when it is first named, so that they may name each other in any order.</summary>
internal sealed class SdlTypes(ILookup<string, TypeDefinitionNode> definitions, IReadOnlyList<ScalarType> scalars)
{
    private readonly OrderedDictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Queue<Action> _unfinished = [];

    /// <summary>All types: those of the text, the built-in scalars that it uses, and those of introspection.</summary>
    public IReadOnlyList<NamedType> All()
    {
        foreach (var definition in definitions) Find<NamedType>(definition.Key);
        foreach (var used in new ScalarType[] { BuiltInScalars.String, BuiltInScalars.Boolean }) _types.TryAdd(used.Name, used);
        while (_unfinished.TryDequeue(out var finish)) finish();
        return [.. _types.Values, .. IntrospectionTypes.All.Where(type => !_types.ContainsKey(type.Name))];
    }

    /// <summary>The type of a name.</summary>
    /// <exception cref="ArgumentException">There is none, or it is of another kind.</exception>
    public T Find<T>(string name) where T : NamedType
    {
        if (!_types.TryGetValue(name, out var type)) _types.Add(name, type = Make(name));
        return type as T ?? throw new ArgumentException($"Type \"{name}\" cannot stand here.");
    }

    public DirectiveDefinition Directive(DirectiveDefinitionNode node) =>
        new(node.Name.Value, [.. node.Locations.Select(location => location.Value)], Arguments(node.Arguments))
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
        };

    private NamedType Make(string name)
    {
        var parts = definitions[name].ToList();
        if (scalars.FirstOrDefault(scalar => scalar.Name == name) is { } given) return given;
        if (BuiltInScalars.All.FirstOrDefault(scalar => scalar.Name == name) is { } builtIn) return builtIn;
        if (IntrospectionTypes.All.FirstOrDefault(type => type.Name == name) is { } introspection) return introspection;
        if (parts.Count == 0) throw new ArgumentException($"Unknown type: \"{name}\".");

        var directives = parts.SelectMany(part => part.Directives).ToList();
        NamedType type = parts.Find(part => !part.IsExtension) switch
        {
            ScalarTypeNode => new AnyLiteralType(name, TextOf(directives, "specifiedBy", "url")),
            ObjectTypeNode => WithFields(new ObjectType(name), parts),
            InterfaceTypeNode => WithFields(new InterfaceType(name), parts),
            UnionTypeNode => WithMembers(new(name), parts),
            EnumTypeNode => new EnumType(name, null, [.. parts.OfType<EnumTypeNode>().SelectMany(part => part.Values).Select(EnumValue)]),
            InputObjectTypeNode => WithInputs(new(name), parts),
            _ => throw new ArgumentException($"Type \"{name}\" is extended and not defined."),
        };
        type.Description = parts.Find(part => !part.IsExtension)?.Description?.Value;
        type.Directives = Applied(directives);
        return type;
    }

    private T WithFields<T>(T type, List<TypeDefinitionNode> parts) where T : FieldsType
    {
        var nodes = parts.OfType<FieldsTypeNode>().ToList();
        _unfinished.Enqueue(() =>
        {
            type.Interfaces = [.. nodes.SelectMany(node => node.Interfaces).Select(face => Find<InterfaceType>(face.Name.Value))];
            type.SetFields([.. nodes.SelectMany(node => node.Fields).Select(Field)]);
        });
        return type;
    }

    private UnionType WithMembers(UnionType type, List<TypeDefinitionNode> parts)
    {
        _unfinished.Enqueue(() => type.Members =
            [.. parts.OfType<UnionTypeNode>().SelectMany(part => part.Members).Select(member => Find<ObjectType>(member.Name.Value))]);
        return type;
    }

    private InputObjectType WithInputs(InputObjectType type, List<TypeDefinitionNode> parts)
    {
        type.IsOneOf = parts.Exists(part => part.Directives.Any(directive => directive.Name.Value == "oneOf"));
        _unfinished.Enqueue(() => type.SetFields(Arguments([.. parts.OfType<InputObjectTypeNode>().SelectMany(part => part.Fields)])));
        return type;
    }

    private FieldDefinition Field(FieldDefinitionNode node) => new(node.Name.Value, TypeOf(node.Type), Arguments(node.Arguments))
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node.Directives),
        Directives = Applied(node.Directives),
    };

    private ArgumentDefinition[] Arguments(IReadOnlyList<InputValueDefinitionNode> nodes) =>
    [
        .. nodes.Select(node => new ArgumentDefinition(node.Name.Value, TypeOf(node.Type))
        {
            DefaultValue = node.DefaultValue,
            Description = node.Description?.Value,
            DeprecationReason = Deprecation(node.Directives),
            Directives = Applied(node.Directives),
        }),
    ];

    private static EnumValueDefinition EnumValue(EnumValueDefinitionNode node) =>
        new(node.Name.Value, node.Name.Value, node.Description?.Value, Deprecation(node.Directives)) { Directives = Applied(node.Directives) };

    private GraphQLType TypeOf(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(TypeOf(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(TypeOf(nonNull.Type)),
        _ => Find<NamedType>(((NamedTypeNode)node).Name.Value),
    };

    // Deprecation, specification and OneOf are properties of the model.
    private static AppliedDirective[] Applied(IReadOnlyList<DirectiveNode> nodes) =>
    [
        .. nodes.Where(node => node.Name.Value is not ("deprecated" or "specifiedBy" or "oneOf"))
            .Select(node => new AppliedDirective(node.Name.Value, node.Arguments)),
    ];

    private static string? Deprecation(IReadOnlyList<DirectiveNode> nodes) =>
        nodes.Any(node => node.Name.Value == "deprecated")
            ? TextOf(nodes, "deprecated", "reason") ?? SpecifiedDirectives.DefaultDeprecationReason
            : null;

    private static string? TextOf(IReadOnlyList<DirectiveNode> nodes, string directive, string argument) =>
        nodes.FirstOrDefault(node => node.Name.Value == directive)?.Arguments
            .Select(given => (given.Name, Text: given.Value as StringValueNode))
            .FirstOrDefault(given => given.Name.Value == argument).Text?.Value;

    /// <summary>A scalar that nothing is known of but its name: its values are the literals themselves.</summary>
    private sealed class AnyLiteralType : ScalarType<ValueNode>
    {
        public AnyLiteralType(string name, string? specification) : base(name) =>
            SpecifiedBy = specification is null ? null : new Uri(specification, UriKind.RelativeOrAbsolute);

        public override object Parse(ValueNode literal) => literal;

        public override void Write(ValueNode value, ResultWriter writer) => writer.String(Printer.Print(value));

        public override ValueNode ToLiteral(object value) => (ValueNode)value;
    }
}
