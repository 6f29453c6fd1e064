using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>What is asked of a field's value: one plan for each object type that the value turned out to be.</summary>
/// <param name="plan">The operation.</param>
/// <param name="fields">The fields whose selections it is.</param>
/// <param name="within">The uses of @defer that the value itself waits for; null where it belongs to the first answer.</param>
internal sealed class SubSelection(OperationPlan plan, IReadOnlyList<SelectedField> fields, HashSet<DeferUsage>? within)
{
    // Copied on write: most fields see one type, a few see some.
    private SelectionPlan[] _plans = [];

    public SelectionPlan For(ObjectType type)
    {
        foreach (var known in Volatile.Read(ref _plans))
        {
            if (known.Type == type) return known;
        }

        var sets = fields.Select(field => new SelectedSet(field.Node.SelectionSet!, field.Deferral));
        var planned = SelectionPlanner.Plan(plan, type, sets, within);
        SelectionPlan[] before;
        do before = Volatile.Read(ref _plans);
        while (Interlocked.CompareExchange(ref _plans, [.. before, planned], before) != before);
        return planned;
    }

    /// <summary>Whether something is true of all fields that are asked of a value of the type, whatever object type it is.</summary>
    public bool All(NamedType type, Func<FieldPlan, bool> isTrue) =>
        type is not CompositeType || plan.Operation.Schema.PossibleTypes(type).All(possible => For(possible).All.All(isTrue));

    /// <summary>Whether a field is asked of a value of the type or, for an abstract type, of one of its possible types; at once or
    /// later.</summary>
    public bool Selects(NamedType type, string fieldName) => plan.Operation.Schema.PossibleTypes(type).Any(possible =>
        For(possible).All.Any(field => field.Definition.Name == fieldName));
}
