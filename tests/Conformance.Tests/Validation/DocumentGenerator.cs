using System.Globalization;
using System.Text;
using Investr.GraphQL.Types;

namespace Investr.Conformance.Tests.Validation;

/// <summary>Writes random documents that mostly fit a schema, with some mistake here and there. The same seed makes the same documents.</summary>
internal sealed class DocumentGenerator(Schema schema, int seed)
{
    private const int MaxDepth = 4;

    private static readonly string[] Aliases = ["x", "y", "name", "id"];
    private static readonly string[] Fragments = ["A", "B", "C", "D"];
    private static readonly string[] Variables = ["v", "w", "u"];

    // The specification of September 2025 made introspection's includeDeprecated a non-null; graphql-js 16 has not.
    private readonly List<NamedType> _types = [.. schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))];
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, GraphQLType> _declared = [];
    private readonly OrderedDictionary<string, CompositeType> _conditions = [];
    private string _current = "";
    private int _labels;
    private double _mistakes;
    private int _aliases;

    /// <summary>Whether fragments are deferred and lists streamed, often.</summary>
    public bool Incremental { get; init; }

    public string Next()
    {
        _labels = 0;
        _text.Clear();
        _declared.Clear();
        _conditions.Clear();
        _mistakes = _random.Next(4) switch { 0 or 1 => 0, 2 => 0.01, _ => 0.05 };

        var (keyword, root) = Root();
        WriteRootSelections(keyword, root);
        for (var i = 0; i < _conditions.Count; i++) WriteFragment(_conditions.GetAt(i).Key, _conditions.GetAt(i).Value);
        if (Mistake()) WriteFragment(Any(Fragments), Any(Composites()));
        if (Chance(0.1)) _text.Append(Mistake() ? " { __typename }" : " query Second { __typename }");

        // Known only now: which variables were used, and as what.
        var directive = keyword == "query" ? Directive("QUERY") : "";
        var definitions = _declared.Where(_ => !Mistake()).Select(variable => Definition(variable.Key, variable.Value)).ToList();
        if (Mistake()) definitions.Add(Definition("extra", Any(_types)));
        var variables = definitions.Count > 0 ? $"({string.Join(", ", definitions)})" : "";
        return $"{keyword} First{variables}{directive} {_text}";
    }

    private (string Keyword, ObjectType Type) Root()
    {
        var roots = new (string Keyword, ObjectType? Type)[] { ("query", schema.Query), ("mutation", schema.Mutation), ("subscription", schema.Subscription) };
        var (keyword, root) = roots[Chance(0.75) ? 0 : _random.Next(roots.Length)];
        return root is null ? ("query", schema.Query!) : (keyword, root);
    }

    private void WriteRootSelections(string keyword, ObjectType root)
    {
        // graphql-js 16 has its own mind on conditions at a subscription's root.
        if (keyword != "subscription")
        {
            WriteSelections(root, 0, 3);
            return;
        }

        _text.Append("{ ");
        for (var count = Mistake() ? 2 : 1; count > 0; count--) WriteField(root, 1, "");
        _text.Append("} ");
    }

    private List<CompositeType> Composites() => [.. _types.OfType<CompositeType>()];

    private string Definition(string variable, GraphQLType type) =>
        $"${variable}: {(Mistake() ? Any(_types) : type)}{(Chance(0.2) ? $" = {Literal(type, 0, constant: true)}" : "")}";

    private void WriteFragment(string name, CompositeType type)
    {
        _current = name;
        var condition = Mistake() ? Any(["Nope", "Int", "Querry"]) : type.Name;
        _text.Append(CultureInfo.InvariantCulture, $" fragment {(Mistake() ? "A" : name)} on {condition}{Directive("FRAGMENT_DEFINITION")} ");
        WriteSelections(type, 2, 3);
        _current = "";
    }

    // A fragment's type is what its first spread could use; later fragments alone are spread in one, so that there is no ring but by mistake.
    private bool TryWriteSpread(CompositeType type)
    {
        var name = Mistake() ? "Missing" : Any(Fragments);
        if (string.CompareOrdinal(name, _current) <= 0 && !Mistake()) return false;
        if (name != "Missing" && !_conditions.ContainsKey(name)) _conditions.Add(name, Near(type));
        if (name != "Missing" && !Overlap(_conditions[name], type) && !Mistake()) return false;

        _text.Append(CultureInfo.InvariantCulture, $"...{name}{Directive("FRAGMENT_SPREAD")}{Deferral()} ");
        return true;
    }

    private CompositeType Near(CompositeType type) => Any(Composites().Where(other => Overlap(type, other)).DefaultIfEmpty(type).ToList());

    private bool Overlap(CompositeType one, CompositeType other) => schema.PossibleTypes(one).Intersect(schema.PossibleTypes(other)).Any();

    private void WriteSelections(CompositeType type, int depth, int most)
    {
        _text.Append("{ ");
        for (var count = _random.Next(1, most + 1); count > 0; count--)
        {
            if (Chance(0.15) && TryWriteSpread(type)) continue;
            if (Chance(Incremental ? 0.4 : 0.2) && depth < MaxDepth) WriteInline(type, depth);
            else WriteField(type, depth, Directive("FIELD"));
        }

        _text.Append("} ");
    }

    private void WriteInline(CompositeType type, int depth)
    {
        var condition = Mistake() ? Any(Composites()) : Near(type);
        var isTyped = Chance(0.9);
        _text.Append("...").Append(isTyped ? $" on {(Mistake() ? "Nope" : condition.Name)}" : "").Append(Directive("INLINE_FRAGMENT")).Append(Deferral()).Append(' ');
        WriteSelections(isTyped ? condition : type, depth + 1, 2);
    }

    private void WriteField(CompositeType type, int depth, string directive)
    {
        var fields = (type as FieldsType)?.Fields ?? [];
        var field = fields.Count == 0 ? null : Any(fields);
        if (depth > MaxDepth) field = fields.FirstOrDefault(candidate => candidate.Type.Named is not CompositeType);
        if (field is null || Chance(0.05))
        {
            _text.Append(Mistake() ? $"{Any(Aliases)}: __typename " : "__typename ");
            return;
        }

        // What takes arguments has a name of its own in the answer, so that it conflicts by mistake alone.
        if (field.Arguments.Count > 0 && !Mistake() && !Chance(0.1)) _text.Append(CultureInfo.InvariantCulture, $"a{_aliases++}: ");
        else if (Mistake() || Chance(0.03)) _text.Append(Any(Aliases)).Append(": ");
        _text.Append(Mistake() ? Misspelt(field.Name) : field.Name);
        WriteArguments(field.Arguments);
        _text.Append(directive).Append(Incremental && (field.Type.Nullable is ListType || Mistake()) ? Streaming() : "").Append(' ');
        var inner = field.Type.Named as CompositeType;
        if (inner is not null ? !Mistake() : Mistake()) WriteSelections(inner ?? type, depth + 1, 3);
    }

    private void WriteArguments(IReadOnlyList<ArgumentDefinition> arguments)
    {
        var given = arguments.Where(argument => argument.IsRequired ? !Mistake() : Chance(0.5)).Select(Argument).ToList();
        if (given.Count > 0 && Mistake()) given.Add(given[0]);
        if (given.Count > 0) _text.Append('(').AppendJoin(", ", given).Append(')');
    }

    private string Argument(ArgumentDefinition argument) =>
        $"{(Mistake() ? Misspelt(argument.Name) : argument.Name)}: {Literal(Mistake() ? Any(_types) : argument.Type, 0, constant: false)}";

    private string Deferral() => Incremental && Chance(0.6) ? $" @defer{Given([Label(), Switch()])}" : "";

    private string Streaming() => Incremental && Chance(0.5) ? $" @stream{Given([Label(), Switch(), InitialCount()])}" : "";

    private static string Given(IReadOnlyList<string> arguments) =>
        string.Join(", ", arguments.Where(argument => argument.Length > 0)) is { Length: > 0 } given ? $"({given})" : "";

    private string Label() => Mistake() ? "label: \"L0\"" : Chance(0.5) ? $"label: \"L{_labels++}\"" : "";

    private string Switch() => Chance(0.2) ? $"if: {Literal(new NonNullType(BuiltInScalars.Boolean), 0, constant: false)}" : "";

    private string InitialCount() => Chance(0.6) ? $"initialCount: {_random.Next(4)}" : "";

    private string Directive(string location)
    {
        if (!Chance(0.08)) return "";
        var fitting = schema.Directives.Where(directive => directive.Locations.Contains(location)).ToList();
        var directive = fitting.Count == 0 || Mistake() ? Any(schema.Directives) : Any(fitting);
        var arguments = directive.Arguments.Where(argument => argument.IsRequired ? !Mistake() : Chance(0.5)).Select(Argument).ToList();
        var use = $" @{(Mistake() ? "nope" : directive.Name)}{(arguments.Count > 0 ? $"({string.Join(", ", arguments)})" : "")}";
        return Chance(0.15) ? use + use : use;
    }

    private string Literal(GraphQLType type, int depth, bool constant)
    {
        if (!constant && Chance(0.15) && Variable(type) is { } variable) return variable;
        if (Mistake()) return Any(["1", "\"x\"", "1.5", "NAME", "null", "{a: 1}", "[]", "true", "[[1]]"]);
        if (type is NonNullType nonNull) return Mistake() ? "null" : Written(nonNull.OfType, depth, constant);
        return Chance(0.08) ? "null" : Written(type, depth, constant);
    }

    private string Written(GraphQLType type, int depth, bool constant)
    {
        if (type is ListType list)
        {
            return Chance(0.2)
                ? Written(list.OfType.Nullable, depth, constant)
                : $"[{string.Join(", ", Enumerable.Range(0, _random.Next(3)).Select(_ => Literal(list.OfType, depth + 1, constant)))}]";
        }

        return type switch
        {
            EnumType named => Any(named.Values).Name,
            InputObjectType input => InputObject(input, depth, constant),
            { Named.Name: "Int" } => _random.Next(-5, 100).ToString(CultureInfo.InvariantCulture),
            { Named.Name: "Float" } => Any(["1", "2.5", "-1e3"]),
            { Named.Name: "Boolean" } => Any(["true", "false"]),
            { Named.Name: "ID" } => Any(["1", "\"a\""]),
            { Named.Name: "String" } => Any(["\"text\"", "\"\"", "\"\"\"block\"\"\""]),
            _ => Any(["1", "{a: [B, 2.5]}", "\"x\""]),
        };
    }

    // The first use decides the type; others follow it, but for mistakes.
    private string? Variable(GraphQLType type)
    {
        var name = Any(Variables);
        if (!_declared.TryGetValue(name, out var declared)) _declared.Add(name, declared = Chance(0.2) && !type.IsNonNull ? new NonNullType(type) : type);
        return declared.ToString() == type.ToString() || Mistake() ? $"${name}" : null;
    }

    private string InputObject(InputObjectType type, int depth, bool constant)
    {
        var fields = type.IsOneOf && !Mistake()
            ? [Any(type.Fields)]
            : type.Fields.Where(field => field.IsRequired ? !Mistake() : depth < 3 && Chance(0.3)).ToList();
        if (fields.Count > 0 && Mistake()) fields.Add(fields[0]);
        return $"{{{string.Join(", ", fields.Select(field => $"{(Mistake() ? Misspelt(field.Name) : field.Name)}: {Literal(type.IsOneOf && !Mistake() ? NotNull(field.Type) : field.Type, depth + 1, constant)}"))}}}";
    }

    private static GraphQLType NotNull(GraphQLType type) => type.IsNonNull ? type : new NonNullType(type);

    private string Misspelt(string name) => _random.Next(4) switch
    {
        0 => name + "s",
        1 => name[..^1] + "_",
        2 => "unknown",
        _ => char.ToUpperInvariant(name[0]) + name[1..],
    };

    private bool Mistake() => Chance(_mistakes);

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
