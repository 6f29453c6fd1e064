using Investr.GraphQL.Language;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>Reads @defer and @stream where they stand.</summary>
internal static class IncrementalDirectives
{
    public const string Defer = "defer";
    public const string Stream = "stream";

    /// <summary>The directive of a name, where it is in force; null elsewhere.</summary>
    public static DirectiveNode? FindActive(SelectionNode selection, string name, IReadOnlyDictionary<string, bool> conditions)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value == name && IsActive(directive, conditions)) return directive;
        }

        return null;
    }

    public static string? LabelOf(DirectiveNode directive) => (Argument(directive, "label") as StringValueNode)?.Value;

    public static ValueNode? Argument(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == name) return argument.Value;
        }

        return null;
    }

    /// <summary>Whether a directive of either name stands anywhere in a document.</summary>
    public static bool AreIn(DocumentNode document) => document.Definitions.Any(definition => definition switch
    {
        OperationDefinitionNode operation => AreIn(operation.SelectionSet),
        FragmentDefinitionNode fragment => AreIn(fragment.SelectionSet),
        _ => false,
    });

    private static bool AreIn(SelectionSetNode? set) => set is not null && set.Selections.Any(selection =>
        selection.Directives.Any(directive => directive.Name.Value is Defer or Stream) || AreIn(selection switch
        {
            FieldNode field => field.SelectionSet,
            InlineFragmentNode inline => inline.SelectionSet,
            _ => null,
        }));

    private static bool IsActive(DirectiveNode directive, IReadOnlyDictionary<string, bool> conditions) => Argument(directive, "if") switch
    {
        BooleanValueNode constant => constant.Value,
        VariableNode variable => conditions[variable.Name.Value],
        _ => true,
    };
}
