using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>What is asked of a field's value: one plan for each object type that the value turned out to be.</summary>
internal sealed class SubSelection(OperationPlan plan, IReadOnlyList<FieldNode> nodes)
{
    // Copied on write: most fields see one type, a few see some.
    private SelectionPlan[] _plans = [];

    public SelectionPlan For(ObjectType type)
    {
        foreach (var known in Volatile.Read(ref _plans))
        {
            if (known.Type == type) return known;
        }

        var planned = SelectionPlanner.Plan(plan, type, nodes.Select(node => node.SelectionSet!));
        SelectionPlan[] before;
        do before = Volatile.Read(ref _plans);
        while (Interlocked.CompareExchange(ref _plans, [.. before, planned], before) != before);
        return planned;
    }

    /// <summary>Whether something is true of all fields that are asked of a value of the type, whatever object type it is.</summary>
    public bool All(NamedType type, Func<FieldPlan, bool> isTrue) =>
        type is not CompositeType || plan.Operation.Schema.PossibleTypes(type).All(possible => For(possible).Fields.All(isTrue));

    /// <summary>Whether a field is asked of a value of the type or, for an abstract type, of one of its possible types.</summary>
    public bool Selects(NamedType type, string fieldName) => plan.Operation.Schema.PossibleTypes(type).Any(possible =>
        For(possible).Fields.Any(field => field.Definition.Name == fieldName));
}

/// <summary>Makes plans of selections.</summary>
internal static class SelectionPlanner
{
    public static SelectionPlan Plan(OperationPlan plan, ObjectType type, IEnumerable<SelectionSetNode> sets) =>
        new(type, [.. plan.Fields.Collect(type, sets).Select(group => FieldPlan.Of(plan, type, group))]);
}
