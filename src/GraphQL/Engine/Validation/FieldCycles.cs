using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation;

/// <summary>How often fields lead back to themselves on one way down (a portfolio's owner's portfolios' owner…), fragments spread; found in time linear
/// in the document.</summary>
internal sealed class FieldCycles
{
    private static readonly Dictionary<FieldDefinition, int> None = [];

    private readonly ValidationContext _context;
    private readonly Dictionary<string, Dictionary<FieldDefinition, int>> _fragments = new(StringComparer.Ordinal);

    private FieldCycles(ValidationContext context) => _context = context;

    /// <summary>Tells of operations that go round too often. Fragments must be known not to nest too deep.</summary>
    public static void Check(ValidationContext context)
    {
        var cycles = new FieldCycles(context);
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (context.Schema.RootType(operation.Operation) is not { } root) continue;

            var worst = cycles.CountsOf(operation.SelectionSet, root).OrderByDescending(count => count.Value).FirstOrDefault();
            if (worst.Value > context.Options.MaxFieldCycleDepth)
            {
                context.Report(
                    $"The field {worst.Key} leads to itself {worst.Value} times; at most {context.Options.MaxFieldCycleDepth} are allowed.",
                    ErrorCodes.LimitExceeded,
                    [operation]);
            }
        }
    }

    // Of each field, how often it stands on the way on which it stands most often.
    private Dictionary<FieldDefinition, int> CountsOf(SelectionSetNode set, NamedType? type)
    {
        var counts = new Dictionary<FieldDefinition, int>();
        foreach (var selection in set.Selections)
        {
            foreach (var (field, count) in CountsOf(selection, type)) counts[field] = Math.Max(count, counts.GetValueOrDefault(field));
        }

        return counts;
    }

    private Dictionary<FieldDefinition, int> CountsOf(SelectionNode selection, NamedType? type) => selection switch
    {
        FieldNode field => CountsOf(field, type as FieldsType),
        InlineFragmentNode { TypeCondition: { } condition } inline => CountsOf(inline.SelectionSet, _context.Schema.FindType(condition.Name.Value)),
        InlineFragmentNode inline => CountsOf(inline.SelectionSet, type),
        FragmentSpreadNode spread => CountsOf(spread.Name.Value),
        _ => None,
    };

    private Dictionary<FieldDefinition, int> CountsOf(FieldNode field, FieldsType? type)
    {
        if (field.SelectionSet is null || type?.FindField(field.Name.Value) is not { } definition) return None;

        var counts = CountsOf(field.SelectionSet, definition.Type.Named);
        counts[definition] = counts.GetValueOrDefault(definition) + 1;
        return counts;
    }

    // A fragment inside itself counts for nothing: another rule refuses it.
    private Dictionary<FieldDefinition, int> CountsOf(string fragment)
    {
        if (_fragments.TryGetValue(fragment, out var known) || _context.FindFragment(fragment) is not { } definition) return known ?? None;

        _fragments[fragment] = None;
        return _fragments[fragment] = CountsOf(definition.SelectionSet, _context.Schema.FindType(definition.TypeCondition.Name.Value));
    }
}
