using System.Globalization;
using System.Text;

namespace Investr.GraphQL.Language;

/// <summary>Turns a syntax tree into text, laid out as graphql-js does it, so that tools that compare texts agree.</summary>
public static partial class Printer
{
    // Arguments that do not fit a line of this length stand one a line.
    private const int LineLength = 80;

    /// <summary>The text of a node and of all below it.</summary>
    public static string Print(SyntaxNode node) => node switch
    {
        DocumentNode document => Join("\n\n", document.Definitions),
        NameNode name => name.Value,
        ValueNode value => PrintValue(value),
        TypeNode type => type.ToString()!,
        OperationDefinitionNode operation => PrintOperation(operation),
        VariableDefinitionNode variable => PrintVariable(variable),
        SelectionSetNode set => Block(set.Selections),
        FieldNode field => PrintField(field),
        FragmentSpreadNode spread => Words($"...{spread.Name}", Join(" ", spread.Directives)),
        InlineFragmentNode fragment => Words("...", Condition(fragment), Join(" ", fragment.Directives), Print(fragment.SelectionSet)),
        FragmentDefinitionNode fragment => Described(fragment.Description, Words(
            $"fragment {fragment.Name} on {fragment.TypeCondition}", Join(" ", fragment.Directives), Print(fragment.SelectionSet))),
        ArgumentNode argument => $"{argument.Name}: {PrintValue(argument.Value)}",
        ObjectFieldNode field => $"{field.Name}: {PrintValue(field.Value)}",
        DirectiveNode directive => $"@{directive.Name}{Parenthesized(Join(", ", directive.Arguments))}",
        _ => PrintTypeSystem(node),
    };

    /// <summary>A string as a literal, with everything escaped that cannot stand in one.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                < ' ' or (>= '\u007f' and <= '\u009f') => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string PrintValue(ValueNode value) => value switch
    {
        VariableNode variable => $"${variable.Name}",
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode { Block: true } text => BlockString.Print(text.Value),
        StringValueNode text => Quote(text.Value),
        BooleanValueNode flag => flag.Value ? "true" : "false",
        EnumValueNode name => name.Value,
        ListValueNode list => $"[{Join(", ", list.Items)}]",
        ObjectValueNode item => $"{{{Join(", ", item.Fields)}}}",
        _ => "null",
    };

    private static string PrintOperation(OperationDefinitionNode operation)
    {
        var set = Print(operation.SelectionSet);
        if (operation is { Operation: OperationType.Query, Name: null, Description: null, Variables: [], Directives: [] }) return set;

        var variables = operation.Variables.Select(Print).ToArray();
        var list = variables.Any(variable => variable.Contains('\n', StringComparison.Ordinal))
            ? $"(\n{string.Join('\n', variables)}\n)"
            : Parenthesized(string.Join(", ", variables));
        return Described(operation.Description, Words(Keyword(operation.Operation), $"{operation.Name}{list}", Join(" ", operation.Directives), set));
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static string PrintVariable(VariableDefinitionNode variable)
    {
        var declaration = $"{PrintValue(variable.Variable)}: {variable.Type}{Default(variable.DefaultValue)}";
        return Described(variable.Description, Words(declaration, Join(" ", variable.Directives)));
    }

    private static string PrintField(FieldNode field)
    {
        var name = field.Alias is null ? field.Name.Value : $"{field.Alias}: {field.Name}";
        var line = $"{name}{Parenthesized(Join(", ", field.Arguments))}";
        if (line.Length > LineLength && field.Arguments.Count > 0) line = $"{name}(\n{Indent(Join("\n", field.Arguments))}\n)";
        return Words(line, Join(" ", field.Directives), field.SelectionSet is null ? "" : Print(field.SelectionSet));
    }

    private static string Condition(InlineFragmentNode fragment) => fragment.TypeCondition is null ? "" : $"on {fragment.TypeCondition}";

    private static string Default(ValueNode? value) => value is null ? "" : $" = {PrintValue(value)}";

    private static string Described(StringValueNode? description, string text) =>
        description is null ? text : $"{PrintValue(description)}\n{text}";

    private static string Join(string separator, IReadOnlyList<SyntaxNode> nodes) => string.Join(separator, nodes.Select(Print));

    private static string Words(params ReadOnlySpan<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (word.Length > 0) text.Append(text.Length > 0 ? " " : "").Append(word);
        }

        return text.ToString();
    }

    private static string Parenthesized(string text) => text.Length == 0 ? "" : $"({text})";

    private static string Block(IReadOnlyList<SyntaxNode> nodes) => nodes.Count == 0 ? "" : $"{{\n{Indent(Join("\n", nodes))}\n}}";

    private static string Indent(string text) => $"  {text.Replace("\n", "\n  ", StringComparison.Ordinal)}";
}
