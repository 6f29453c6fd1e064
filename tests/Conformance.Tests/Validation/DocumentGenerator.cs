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
    private double _mistakes;

    public string Next()
    {
        _text.Clear();
        _mistakes = _random.Next(4) switch { 0 => 0, 1 => 0.01, 2 => 0.04, _ => 0.12 };
        var operations = Chance(0.15) ? 2 : 1;
        for (var i = 0; i < operations; i++) WriteOperation(i);
        foreach (var fragment in Fragments.Where(name => Chance(Spreads(name) ? 0.95 : 0.04))) WriteFragment(fragment);
        return _text.ToString();
    }

    private bool Spreads(string fragment) => _text.ToString().Contains($"...{fragment}", StringComparison.Ordinal);

    private void WriteOperation(int index)
    {
        var roots = new (string Keyword, ObjectType? Type)[] { ("query", schema.Query), ("mutation", schema.Mutation), ("subscription", schema.Subscription) };
        var (keyword, root) = roots[Chance(0.75) ? 0 : _random.Next(roots.Length)];
        root ??= schema.Query!;
        var name = Chance(0.7) ? $" Q{(Mistake() ? 0 : index)}" : "";
        var variables = Variables.Where(_ => Chance(0.5)).Select(Definition).ToList();
        var directive = keyword == "subscription" ? "" : Directive("QUERY");
        _text.Append(CultureInfo.InvariantCulture, $"{keyword}{name}{(variables.Count > 0 ? $"({string.Join(", ", variables)})" : "")}{directive} ");
        WriteSelections(root, keyword == "subscription" ? MaxDepth : 0, keyword == "subscription" && !Mistake() ? 1 : 3, isSubscription: keyword == "subscription");
    }

    private string Definition(string variable)
    {
        var inputs = _types.Where(type => type.IsInput).ToList();
        GraphQLType type = Mistake() ? Any(_types) : Any(inputs);
        if (Chance(0.3)) type = new NonNullType(type);
        if (Chance(0.25)) type = new ListType(type);
        if (Chance(0.2) && !type.IsNonNull) type = new NonNullType(type);
        return $"${variable}: {type}{(Chance(0.2) ? $" = {Literal(type, 0, constant: true)}" : "")}";
    }

    private void WriteFragment(string name)
    {
        var composite = _types.OfType<CompositeType>().ToList();
        var type = Any(composite);
        var condition = Mistake() ? Any(["Nope", "Int", "Querry"]) : type.Name;
        _text.Append(CultureInfo.InvariantCulture, $" fragment {(Mistake() ? "A" : name)} on {condition}{Directive("FRAGMENT_DEFINITION")} ");
        WriteSelections(type, 2, 3);
    }

    private void WriteSelections(CompositeType type, int depth, int most, bool isSubscription = false)
    {
        _text.Append("{ ");
        for (var count = _random.Next(1, most + 1); count > 0; count--)
        {
            if (isSubscription) WriteField(type, depth - 2, "");
            else if (Chance(0.12)) _text.Append(CultureInfo.InvariantCulture, $"...{(Mistake() ? "Missing" : Any(Fragments))}{Directive("FRAGMENT_SPREAD")} ");
            else if (Chance(0.2)) WriteInline(type, depth);
            else WriteField(type, depth, Directive("FIELD"));
        }

        _text.Append("} ");
    }

    private void WriteInline(CompositeType type, int depth)
    {
        var near = _types.OfType<CompositeType>().Where(other => schema.PossibleTypes(type).Intersect(schema.PossibleTypes(other)).Any()).ToList();
        var condition = near.Count == 0 || Mistake() ? Any(_types.OfType<CompositeType>().ToList()) : Any(near);
        var isTyped = Chance(0.9);
        _text.Append("...").Append(isTyped ? $" on {(Mistake() ? "Nope" : condition.Name)}" : "").Append(Directive("INLINE_FRAGMENT")).Append(' ');
        WriteSelections(isTyped ? condition : type, depth + 1, 2);
    }

    private void WriteField(CompositeType type, int depth, string directive)
    {
        var fields = (type as FieldsType)?.Fields ?? [];
        var field = fields.Count == 0 ? null : Any(fields);
        if (depth > MaxDepth) field = fields.FirstOrDefault(candidate => candidate.Type.Named is not CompositeType);
        if (field is null || Chance(0.05))
        {
            _text.Append(Chance(0.2) ? $"{Any(Aliases)}: __typename " : "__typename ");
            return;
        }

        if (Chance(0.15)) _text.Append(Any(Aliases)).Append(": ");
        _text.Append(Mistake() ? Misspelt(field.Name) : field.Name);
        WriteArguments(field.Arguments);
        _text.Append(directive).Append(' ');
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
        if (!constant && Chance(0.2)) return $"${Any(Variables)}";
        if (Mistake()) return Any(["1", "\"x\"", "1.5", "NAME", "null", "{a: 1}", "[]", "true", "[[1]]"]);
        if (type is NonNullType nonNull) return Literal(nonNull.OfType, depth, constant);
        if (Chance(0.08)) return "null";
        if (type is ListType list)
        {
            return Chance(0.2)
                ? Literal(list.OfType, depth, constant)
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

    private string InputObject(InputObjectType type, int depth, bool constant)
    {
        var fields = type.IsOneOf && !Mistake()
            ? [Any(type.Fields)]
            : type.Fields.Where(field => field.IsRequired ? !Mistake() : depth < 3 && Chance(0.3)).ToList();
        if (fields.Count > 0 && Mistake()) fields.Add(fields[0]);
        return $"{{{string.Join(", ", fields.Select(field => $"{(Mistake() ? Misspelt(field.Name) : field.Name)}: {Literal(field.Type, depth + 1, constant)}"))}}}";
    }

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
