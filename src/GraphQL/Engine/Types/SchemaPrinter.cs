using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>Prints a schema in its own language, laid out as graphql-js does: directives, then the roots, then the other types by name.</summary>
/// <remarks>Types are in the order of the names, so that a review's difference shows what changed and not where the code moved to.</remarks>
public static class SchemaPrinter
{
    /// <summary>The schema's text, without what every schema has (built-in scalars, introspection, the specified directives).</summary>
    public static string Print(Schema schema)
    {
        var definitions = schema.Directives.Where(directive => !SpecifiedDirectives.All.Contains(directive)).Select(Directive)
            .Concat(schema.Types.Where(IsOwn).Select(Type));
        return string.Join("\n\n", Root(schema).Concat(definitions)) + "\n";
    }

    /// <summary>One type's definition.</summary>
    public static string Print(NamedType type) => Type(type);

    private static bool IsOwn(NamedType type) => !BuiltInScalars.Contains(type) && !type.Name.StartsWith("__", StringComparison.Ordinal);

    // Roots of the usual names need no telling.
    private static IEnumerable<string> Root(Schema schema)
    {
        var isUsual = schema.Query is null or { Name: "Query" }
            && schema.Mutation is null or { Name: "Mutation" }
            && schema.Subscription is null or { Name: "Subscription" };
        if (isUsual && schema.Description is null) yield break;

        var roots = new[] { ("query", schema.Query), ("mutation", schema.Mutation), ("subscription", schema.Subscription) }
            .Where(root => root.Item2 is not null).Select(root => $"  {root.Item1}: {root.Item2!.Name}");
        yield return $"{Description(schema.Description)}schema {{\n{string.Join('\n', roots)}\n}}";
    }

    private static string Type(NamedType type) => Description(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {scalar.Name}{SpecifiedBy(scalar.SpecifiedBy)}",
        ObjectType item => $"type {item.Name}{Implements(item)}{Applied(item.Directives)}{Block(item.Fields.Select(Field))}",
        InterfaceType face => $"interface {face.Name}{Implements(face)}{Applied(face.Directives)}{Block(face.Fields.Select(Field))}",
        UnionType union => $"union {union.Name}{Applied(union.Directives)}{Members(union)}",
        EnumType values => $"enum {values.Name}{Applied(values.Directives)}{Block(values.Values.Select(Value))}",
        InputObjectType input => $"input {input.Name}{Applied(input.Directives)}{OneOf(input)}{Block(input.Fields.Select(InputField))}",
        _ => throw new InvalidOperationException($"{type.GetType().Name} is no kind of type."),
    };

    private static string Implements(FieldsType type) =>
        type.Interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", type.Interfaces)}";

    private static string SpecifiedBy(Uri? url) => url is null ? "" : $" @specifiedBy(url: {LiteralText.Quoted(url.OriginalString)})";

    private static string Members(UnionType union) => union.Members.Count == 0 ? "" : $" = {string.Join(" | ", union.Members)}";

    private static string OneOf(InputObjectType input) => input.IsOneOf ? " @oneOf" : "";

    private static string Field(FieldDefinition field, int place)
    {
        var notes = Applied(field.Directives) + Deprecated(field.DeprecationReason);
        return $"{Description(field.Description, "  ", place)}  {field.Name}{Arguments(field.Arguments, "  ")}: {field.Type}{notes}";
    }

    private static string InputField(ArgumentDefinition field, int place) =>
        $"{Description(field.Description, "  ", place)}  {Argument(field)}";

    private static string Value(EnumValueDefinition value, int place) =>
        $"{Description(value.Description, "  ", place)}  {value.Name}{Applied(value.Directives)}{Deprecated(value.DeprecationReason)}";

    private static string Arguments(IReadOnlyList<ArgumentDefinition> arguments, string indent)
    {
        if (arguments.Count == 0) return "";
        if (arguments.All(argument => argument.Description is null)) return $"({string.Join(", ", arguments.Select(Argument))})";

        var lines = arguments.Select((argument, place) =>
            $"{Description(argument.Description, indent + "  ", place)}{indent}  {Argument(argument)}");
        return $"(\n{string.Join('\n', lines)}\n{indent})";
    }

    private static string Argument(ArgumentDefinition argument)
    {
        var given = argument.DefaultValue is { } literal ? $" = {LiteralText.Of(literal)}" : "";
        return $"{argument.Name}: {argument.Type}{given}{Applied(argument.Directives)}{Deprecated(argument.DeprecationReason)}";
    }

    private static string Directive(DirectiveDefinition directive)
    {
        var places = $"{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}";
        return $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments, "")}{places}";
    }

    private static string Applied(IReadOnlyList<AppliedDirective> directives) => string.Concat(directives.Select(Applied));

    private static string Applied(AppliedDirective directive)
    {
        var arguments = directive.Arguments.Select(argument => $"{argument.Name.Value}: {LiteralText.Of(argument.Value)}");
        return $" @{directive.Name}{(directive.Arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}";
    }

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        SpecifiedDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {LiteralText.Quoted(reason)})",
    };

    private static string Block(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } body ? $" {{\n{body}\n}}" : "";

    // Everything but the first of a block stands off by an empty line, where it is described.
    private static string Description(string? text, string indent = "", int place = 0)
    {
        if (text is null) return "";

        var quoted = BlockString.IsPrintable(text) ? BlockString.Print(text) : Printer.Quote(text);
        var lines = quoted.Split('\n').Select(line => line.Length == 0 ? line : indent + line);
        return $"{(indent.Length > 0 && place > 0 ? "\n" : "")}{string.Join('\n', lines)}\n";
    }
}
