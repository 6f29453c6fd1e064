using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>Incremental delivery, §5.7.4: "The defer and stream directives are not allowed to be used on root fields of the mutation or subscription type."</summary>
internal sealed class DeferAndStreamOnValidRootFields(ValidationContext context) : ValidationRule
{
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);

    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Operation: not OperationType.Query } operation
            && context.Schema.RootType(operation.Operation) is { } root)
        {
            var visited = new HashSet<string>(StringComparer.Ordinal);
            if (IsClean(operation.SelectionSet, $"root {operation.Operation.ToString().ToLowerInvariant()} type \"{root}\"", visited)) _clean.UnionWith(visited);
        }

        return node is DocumentNode;
    }

    private bool IsClean(SelectionSetNode set, string root, HashSet<string> visited)
    {
        var isClean = true;
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode:
                    isClean &= IsWithout(selection, IncrementalDirectives.Stream, $"Stream directive cannot be used on {root}.");
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && context.FindFragment(spread.Name.Value) is { } fragment:
                    isClean &= IsWithout(selection, IncrementalDirectives.Defer, $"Defer directive cannot be used on {root}.");
                    isClean &= _clean.Contains(spread.Name.Value) || IsClean(fragment.SelectionSet, root, visited);
                    break;
                case InlineFragmentNode inline:
                    isClean &= IsWithout(selection, IncrementalDirectives.Defer, $"Defer directive cannot be used on {root}.");
                    isClean &= IsClean(inline.SelectionSet, root, visited);
                    break;
            }
        }

        return isClean;
    }

    private bool IsWithout(SelectionNode selection, string name, string message)
    {
        if (selection.Directives.FirstOrDefault(directive => directive.Name.Value == name) is not { } found) return true;

        context.Report(message, found);
        return false;
    }
}
