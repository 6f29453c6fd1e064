using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>A field as it is selected, and the innermost @defer around it that is in force.</summary>
internal readonly record struct SelectedField(FieldNode Node, DeferUsage? Deferral);

/// <summary>A selection set, and the innermost @defer around it that is in force.</summary>
internal readonly record struct SelectedSet(SelectionSetNode Set, DeferUsage? Deferral);

/// <summary>The fields that ask for one response name.</summary>
internal sealed record FieldGroup(string ResponseName, List<SelectedField> Fields);

/// <summary>What was collected of an object: its fields, and the uses of @defer that begin at it.</summary>
internal sealed record CollectedFields(IReadOnlyList<FieldGroup> Groups, IReadOnlyList<DeferUsage> Deferrals);

/// <summary>§6.3.2 CollectFields(): the fields of selection sets for one object type, merged by response name, in the order in which they
/// are first met.</summary>
internal sealed class FieldCollector(PreparedOperation operation, IReadOnlyDictionary<string, bool> conditions, bool isIncremental)
{
    public CollectedFields Collect(ObjectType type, IEnumerable<SelectedSet> sets)
    {
        var groups = new List<FieldGroup>();
        var deferrals = new List<DeferUsage>();
        var byName = new Dictionary<string, FieldGroup>(StringComparer.Ordinal);
        var visited = new HashSet<(string, DirectiveNode?)>();
        foreach (var (set, deferral) in sets) Visit(set, deferral);
        return new(groups, deferrals);

        void Visit(SelectionSetNode set, DeferUsage? deferral)
        {
            foreach (var selection in set.Selections)
            {
                if (!IsIncluded(selection)) continue;

                switch (selection)
                {
                    case FieldNode field:
                        Add(new(field, deferral));
                        break;
                    case InlineFragmentNode inline when inline.TypeCondition is not { } condition || Applies(condition, type):
                        Visit(inline.SelectionSet, Begin(DeferralOf(inline, deferral), deferral));
                        break;
                    case FragmentSpreadNode spread:
                        VisitFragment(spread, deferral);
                        break;
                }
            }
        }

        // What has been asked for at once need not be asked for later too.
        void VisitFragment(FragmentSpreadNode spread, DeferUsage? outer)
        {
            var fragment = operation.Fragments[spread.Name.Value];
            if (visited.Contains((spread.Name.Value, null)) || !Applies(fragment.TypeCondition, type)) return;

            var deferral = DeferralOf(spread, outer);
            if (visited.Add((spread.Name.Value, deferral?.Directive))) Visit(fragment.SelectionSet, Begin(deferral, outer));
        }

        DeferUsage? Begin(DeferUsage? deferral, DeferUsage? outer)
        {
            if (deferral is not null && deferral != outer) deferrals.Add(deferral);
            return deferral;
        }

        void Add(SelectedField field)
        {
            if (!byName.TryGetValue(field.Node.ResponseName, out var group))
            {
                byName.Add(field.Node.ResponseName, group = new(field.Node.ResponseName, []));
                groups.Add(group);
            }

            group.Fields.Add(field);
        }
    }

    /// <summary>The @stream of a field that is in force; null where there is none.</summary>
    public StreamPlan? StreamOf(FieldNode field) =>
        isIncremental && IncrementalDirectives.FindActive(field, IncrementalDirectives.Stream, conditions) is { } directive ? new(directive) : null;

    private DeferUsage? DeferralOf(SelectionNode fragment, DeferUsage? outer) =>
        isIncremental && IncrementalDirectives.FindActive(fragment, IncrementalDirectives.Defer, conditions) is { } directive
            ? new(IncrementalDirectives.LabelOf(directive), outer, directive)
            : outer;

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
