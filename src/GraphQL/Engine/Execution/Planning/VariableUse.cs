using Investr.GraphQL.Language;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>Whether an answer can depend on the request's variables.</summary>
internal static class VariableUse
{
    /// <summary>Whether a variable stands anywhere in a literal.</summary>
    public static bool IsIn(ValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(IsIn),
        ObjectValueNode item => item.Fields.Any(field => IsIn(field.Value)),
        _ => false,
    };

    /// <summary>Whether an argument at or below the fields uses a variable. Conditions do not count: each of their values has a plan of
    /// its own.</summary>
    public static bool IsIn(PreparedOperation operation, IEnumerable<FieldNode> fields)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        return fields.Any(InSelection);

        bool InSelection(SelectionNode selection) => selection switch
        {
            FieldNode field => field.Arguments.Any(argument => IsIn(argument.Value)) || InSet(field.SelectionSet),
            InlineFragmentNode inline => InSet(inline.SelectionSet),
            FragmentSpreadNode spread => visited.Add(spread.Name.Value) && InSet(operation.Fragments[spread.Name.Value].SelectionSet),
            _ => false,
        };

        bool InSet(SelectionSetNode? set) => set is not null && set.Selections.Any(InSelection);
    }
}
