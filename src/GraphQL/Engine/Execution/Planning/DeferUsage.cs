using Investr.GraphQL.Language;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>A @defer that is in force, as it stands in one selection: for each object that is selected there, a fragment that the client
/// gets later.</summary>
/// <param name="label">What the client calls it; null where it does not.</param>
/// <param name="parent">The one around it; null where there is none.</param>
/// <param name="directive">Where it stands in the document.</param>
internal sealed class DeferUsage(string? label, DeferUsage? parent, DirectiveNode directive)
{
    public string? Label => label;

    public DeferUsage? Parent => parent;

    public DirectiveNode Directive => directive;

    /// <summary>The ones that decide when a field is answered: none where it is asked for without @defer too, and of one inside another
    /// the outer.</summary>
    public static HashSet<DeferUsage> DecisiveFor(IReadOnlyList<SelectedField> fields)
    {
        var usages = new HashSet<DeferUsage>();
        foreach (var field in fields)
        {
            if (field.Deferral is null) return [];
            usages.Add(field.Deferral);
        }

        usages.RemoveWhere(usage => usage.HasAncestorIn(usages));
        return usages;
    }

    private bool HasAncestorIn(HashSet<DeferUsage> usages)
    {
        for (var at = Parent; at is not null; at = at.Parent)
        {
            if (usages.Contains(at)) return true;
        }

        return false;
    }
}

/// <summary>What of an object is answered later.</summary>
/// <param name="Begun">The uses of @defer that stand in the object's own selection.</param>
/// <param name="Parts">Its later fields, those together that the same fragments wait for.</param>
internal sealed record DeferPlan(IReadOnlyList<DeferUsage> Begun, IReadOnlyList<DeferredFields> Parts);

/// <summary>Fields that are answered together, once, for all the fragments that ask for them.</summary>
internal sealed record DeferredFields(IReadOnlyCollection<DeferUsage> Fragments, SelectionPlan Fields);
