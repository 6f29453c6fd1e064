using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>Incremental delivery, §5.7.5: "The defer and stream directives are not allowed to be used in subscription operations", unless their <c>if</c> can switch them off.</summary>
internal sealed class DeferAndStreamOnValidOperations(ValidationContext context) : ValidationRule
{
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);
    private readonly Stack<SyntaxNode> _spreads = new();

    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Operation: OperationType.Subscription } operation)
        {
            var visited = new HashSet<string>(StringComparer.Ordinal);
            if (IsClean(operation.SelectionSet, visited)) _clean.UnionWith(visited);
        }

        return node is DocumentNode;
    }

    private bool IsClean(SelectionSetNode set, HashSet<string> visited)
    {
        var isClean = true;
        foreach (var selection in set.Selections)
        {
            if (MayBeLeftOut(selection)) continue;

            isClean &= IsWithout(selection);
            switch (selection)
            {
                case FieldNode { SelectionSet: { } fields }:
                    isClean &= IsClean(fields, visited);
                    break;
                case InlineFragmentNode inline:
                    isClean &= IsClean(inline.SelectionSet, visited);
                    break;
                case FragmentSpreadNode spread when !_clean.Contains(spread.Name.Value) && visited.Add(spread.Name.Value)
                    && context.FindFragment(spread.Name.Value) is { } fragment:
                    _spreads.Push(spread);
                    isClean &= IsClean(fragment.SelectionSet, visited);
                    _spreads.Pop();
                    break;
            }
        }

        return isClean;
    }

    private static bool MayBeLeftOut(SelectionNode selection) => selection.Directives.Any(directive => directive.Name.Value switch
    {
        "skip" => ConditionOf(directive) is not BooleanValueNode { Value: false },
        "include" => ConditionOf(directive) is not null and not BooleanValueNode { Value: true },
        _ => false,
    });

    private bool IsWithout(SelectionNode selection)
    {
        var isWithout = true;
        foreach (var directive in selection.Directives)
        {
            var name = directive.Name.Value;
            if (name is not (IncrementalDirectives.Defer or IncrementalDirectives.Stream)) continue;
            if (ConditionOf(directive) is VariableNode or BooleanValueNode { Value: false }) continue;

            var written = name == IncrementalDirectives.Defer ? "Defer" : "Stream";
            context.Report(
                $"{written} directive not supported on subscription operations. Disable `@{name}` by setting the `if` argument to `false`.",
                [directive, .. _spreads]);
            isWithout = false;
        }

        return isWithout;
    }

    private static ValueNode? ConditionOf(DirectiveNode directive) => IncrementalDirectives.Argument(directive, "if");
}
