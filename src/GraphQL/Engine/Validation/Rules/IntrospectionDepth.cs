using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation.Rules;

/// <summary>§4: lists of the introspection system lead into each other without end, so only two of them may nest.</summary>
internal sealed class IntrospectionDepth(ValidationContext context) : ValidationRule
{
    private const int MaxLists = 3;

    // How many lists were entered when a fragment was looked at: the most that were harmless, the least that were too many.
    private readonly Dictionary<string, int> _harmless = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _tooDeep = new(StringComparer.Ordinal);

    public override bool Enter(SyntaxNode node)
    {
        if (node is not FieldNode { Name.Value: "__schema" or "__type" } field || !IsTooDeep(field, 0)) return true;

        context.Report("Maximum introspection depth exceeded", field);
        return false;
    }

    private bool IsTooDeep(SelectionNode selection, int lists) => selection switch
    {
        FragmentSpreadNode spread => IsTooDeep(spread.Name.Value, lists),
        FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" } when lists + 1 >= MaxLists => true,
        FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields", SelectionSet: { } set } => IsTooDeep(set, lists + 1),
        FieldNode { SelectionSet: { } set } => IsTooDeep(set, lists),
        InlineFragmentNode inline => IsTooDeep(inline.SelectionSet, lists),
        _ => false,
    };

    private bool IsTooDeep(SelectionSetNode set, int lists) => set.Selections.Any(selection => IsTooDeep(selection, lists));

    private bool IsTooDeep(string name, int lists)
    {
        if (_tooDeep.TryGetValue(name, out var least) && least <= lists) return true;
        var most = _harmless.GetValueOrDefault(name, -1);
        if (most >= lists || context.FindFragment(name) is not { } fragment) return false;

        // Set before the fragment is entered, so that a cycle ends.
        _harmless[name] = lists;
        if (!IsTooDeep(fragment.SelectionSet, lists)) return false;

        _harmless[name] = most;
        _tooDeep[name] = lists;
        return true;
    }
}
