namespace Investr.GraphQL.Language;

/// <summary>Type system definitions and extensions.</summary>
public static partial class Printer
{
    private static string PrintTypeSystem(SyntaxNode node) => node switch
    {
        TypeSystemNode definition => Described(definition.Description, (definition.IsExtension ? "extend " : "") + PrintDefinition(definition)),
        RootOperationNode root => $"{Keyword(root.Operation)}: {root.Type}",
        FieldDefinitionNode field => Described(
            field.Description, Words($"{field.Name}{ArgumentDefinitions(field.Arguments)}: {field.Type}", Join(" ", field.Directives))),
        InputValueDefinitionNode input => Described(
            input.Description, Words($"{input.Name}: {input.Type}{Default(input.DefaultValue)}", Join(" ", input.Directives))),
        EnumValueDefinitionNode value => Described(value.Description, Words(value.Name.Value, Join(" ", value.Directives))),
        _ => throw new ArgumentException($"{node.GetType().Name} has no text of its own.", nameof(node)),
    };

    private static string PrintDefinition(TypeSystemNode definition)
    {
        var directives = Join(" ", definition.Directives);
        return definition switch
        {
            SchemaNode schema => Words("schema", directives, Block(schema.Operations)),
            ScalarTypeNode scalar => Words("scalar", scalar.Name.Value, directives),
            FieldsTypeNode type => Words(
                type is ObjectTypeNode ? "type" : "interface", type.Name.Value, After("implements", " & ", type.Interfaces), directives, Block(type.Fields)),
            UnionTypeNode union => Words("union", union.Name.Value, directives, After("=", " | ", union.Members)),
            EnumTypeNode type => Words("enum", type.Name.Value, directives, Block(type.Values)),
            InputObjectTypeNode input => Words("input", input.Name.Value, directives, Block(input.Fields)),
            DirectiveDefinitionNode directive => Words(
                $"directive @{directive.Name}{ArgumentDefinitions(directive.Arguments)}",
                directive.IsRepeatable ? "repeatable" : "",
                After("on", " | ", directive.Locations)),
            _ => throw new ArgumentException($"{definition.GetType().Name} has no text of its own.", nameof(definition)),
        };
    }

    private static string After(string keyword, string separator, IReadOnlyList<SyntaxNode> nodes) =>
        nodes.Count == 0 ? "" : $"{keyword} {Join(separator, nodes)}";

    private static string ArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        var isOneLine = arguments.All(argument => !Print(argument).Contains('\n', StringComparison.Ordinal));
        return isOneLine ? Parenthesized(Join(", ", arguments)) : $"(\n{Indent(Join("\n", arguments))}\n)";
    }
}
