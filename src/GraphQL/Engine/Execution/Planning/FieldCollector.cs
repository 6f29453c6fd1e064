using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>The nodes that ask for one response name.</summary>
internal sealed record FieldGroup(string ResponseName, List<FieldNode> Nodes);

/// <summary>§6.3.2 CollectFields(): the fields of selection sets for one object type, merged by response name, in the order in which they
/// are first met.</summary>
internal sealed class FieldCollector(PreparedOperation operation, IReadOnlyDictionary<string, bool> conditions)
{
    public IReadOnlyList<FieldGroup> Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var groups = new List<FieldGroup>();
        var byName = new Dictionary<string, FieldGroup>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets) Visit(set);
        return groups;

        void Visit(SelectionSetNode set)
        {
            foreach (var selection in set.Selections)
            {
                if (!IsIncluded(selection)) continue;

                switch (selection)
                {
                    case FieldNode field:
                        Add(field);
                        break;
                    case InlineFragmentNode inline when inline.TypeCondition is not { } condition || Applies(condition, type):
                        Visit(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                        var fragment = operation.Fragments[spread.Name.Value];
                        if (Applies(fragment.TypeCondition, type)) Visit(fragment.SelectionSet);
                        break;
                }
            }
        }

        void Add(FieldNode field)
        {
            if (!byName.TryGetValue(field.ResponseName, out var group))
            {
                byName.Add(field.ResponseName, group = new(field.ResponseName, []));
                groups.Add(group);
            }

            group.Nodes.Add(field);
        }
    }

    private bool IsIncluded(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value == "skip" && Condition(directive)) return false;
            if (directive.Name.Value == "include" && !Condition(directive)) return false;
        }

        return true;
    }

    private bool Condition(DirectiveNode directive) => directive.Arguments[0].Value switch
    {
        BooleanValueNode constant => constant.Value,
        VariableNode variable => conditions[variable.Name.Value],
        _ => throw new InvalidOperationException("A condition is a Boolean or a variable: validation has seen to it."),
    };

    private bool Applies(NamedTypeNode condition, ObjectType type) => operation.Schema.FindType(condition.Name.Value) switch
    {
        InterfaceType face => type.Interfaces.Contains(face),
        UnionType union => union.Members.Contains(type),
        var named => named == type,
    };
}
