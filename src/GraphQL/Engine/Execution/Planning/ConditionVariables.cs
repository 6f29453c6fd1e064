using Investr.GraphQL.Language;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>§3.13 The variables on which @skip and @include depend, and whether @defer and @stream are in force, anywhere in an operation.</summary>
internal static class ConditionVariables
{
    public static string[] Of(PreparedOperation operation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Visit(operation.Definition.SelectionSet);
        foreach (var fragment in operation.Fragments.Values) Visit(fragment.SelectionSet);
        return [.. names.Where(name => operation.Variables.Any(variable => variable.Name == name))];

        void Visit(SelectionSetNode set)
        {
            foreach (var selection in set.Selections)
            {
                foreach (var directive in selection.Directives)
                {
                    if (directive.Name.Value is "skip" or "include" or IncrementalDirectives.Defer or IncrementalDirectives.Stream
                        && IncrementalDirectives.Argument(directive, "if") is VariableNode variable)
                        names.Add(variable.Name.Value);
                }

                if (selection is FieldNode { SelectionSet: { } fields }) Visit(fields);
                if (selection is InlineFragmentNode inline) Visit(inline.SelectionSet);
            }
        }
    }
}
