using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>Makes plans of selections.</summary>
internal static class SelectionPlanner
{
    private static readonly IEqualityComparer<HashSet<DeferUsage>> SameSet = HashSet<DeferUsage>.CreateSetComparer();

    /// <summary>The plan for an object: what is answered with it, and what later.</summary>
    /// <param name="plan">The operation.</param>
    /// <param name="type">The object's type.</param>
    /// <param name="sets">What is selected on it.</param>
    /// <param name="within">The uses of @defer that the object itself waits for; null for none.</param>
    public static SelectionPlan Plan(OperationPlan plan, ObjectType type, IEnumerable<SelectedSet> sets, HashSet<DeferUsage>? within = null)
    {
        var collected = plan.Fields.Collect(type, sets);
        if (!plan.IsIncremental) return new(type, FieldsOf(collected.Groups, null));

        var own = within ?? [];
        var byFragments = collected.Groups.ToLookup(group => DeferUsage.DecisiveFor(group.Fields), SameSet);
        var parts = byFragments.Where(groups => !SameSet.Equals(groups.Key, own))
            .Select(groups => new DeferredFields(groups.Key, new(type, FieldsOf(groups, groups.Key))))
            .ToList();
        var fields = FieldsOf(byFragments[own], own);
        return collected.Deferrals.Count == 0 && parts.Count == 0 ? new(type, fields) : new(type, fields, new(collected.Deferrals, parts));

        FieldPlan[] FieldsOf(IEnumerable<FieldGroup> groups, HashSet<DeferUsage>? waitsFor) =>
            [.. groups.Select(group => FieldPlan.Of(plan, type, group, waitsFor))];
    }
}
