using Investr.GraphQL.Language;

namespace Investr.GraphQL.Validation;

/// <summary>How large operations become when their fragments are spread; found in time linear in the document, before any rule runs.</summary>
internal sealed class OperationLimits
{
    // Sums stop here: a few nested fragments can make more spreads than there are numbers.
    private const int Plenty = 1_000_000_000;

    private readonly ValidationContext _context;
    private readonly Dictionary<string, Size> _fragments = new(StringComparer.Ordinal);
    private int _nesting;

    private OperationLimits(ValidationContext context) => _context = context;

    /// <summary>Tells of operations that are too large.</summary>
    /// <exception cref="ValidationAbortedException">Fragments nest too deep to be looked at.</exception>
    public static void Check(ValidationContext context)
    {
        var limits = new OperationLimits(context);
        foreach (var fragment in context.Document.Definitions.OfType<FragmentDefinitionNode>()) limits.SizeOf(fragment.Name.Value);

        var spreads = 0;
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            var size = limits.SizeOf(operation.SelectionSet);
            spreads = Math.Min(Plenty, spreads + size.Spreads);
            limits.Check(operation, size);
        }

        var allowed = context.Options.MaxFragmentVisits;
        if (spreads > allowed) throw context.Abort($"The document spreads more than {allowed} fragments.", ErrorCodes.LimitExceeded);
    }

    private void Check(OperationDefinitionNode operation, Size size)
    {
        var options = _context.Options;
        var name = operation.Name is null ? "The operation" : $"Operation \"{operation.Name}\"";
        if (size.Depth > options.MaxExecutionDepth)
        {
            _context.Report(
                $"{name} nests its fields {size.Depth} levels deep; at most {options.MaxExecutionDepth} are allowed.", ErrorCodes.LimitExceeded, [operation]);
        }

        if (size.Aliases > options.MaxAliases)
        {
            _context.Report($"{name} uses more than {options.MaxAliases} aliases.", ErrorCodes.LimitExceeded, [operation]);
        }
    }

    private Size SizeOf(SelectionSetNode set)
    {
        var size = default(Size);
        foreach (var selection in set.Selections) size = size.With(SizeOf(selection));
        return size;
    }

    private Size SizeOf(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                var below = field.SelectionSet is null ? default : SizeOf(field.SelectionSet);
                var isIntrospection = field.Name.Value.StartsWith("__", StringComparison.Ordinal);
                return below with { Depth = isIntrospection ? 0 : below.Depth + 1, Aliases = below.Aliases + (field.Alias is null ? 0 : 1) };
            case InlineFragmentNode inline:
                return SizeOf(inline.SelectionSet);
            case FragmentSpreadNode spread:
                var inner = SizeOf(spread.Name.Value);
                return inner with { Spreads = inner.Spreads + 1 };
            default:
                return default;
        }
    }

    // A fragment inside itself counts for nothing: another rule refuses it.
    private Size SizeOf(string fragment)
    {
        if (_fragments.TryGetValue(fragment, out var known) || _context.FindFragment(fragment) is not { } definition) return known;
        if (++_nesting > _context.Options.MaxRecursionDepth)
        {
            throw _context.Abort($"Fragments nest deeper than {_context.Options.MaxRecursionDepth} levels.", ErrorCodes.LimitExceeded);
        }

        _fragments[fragment] = default;
        var size = SizeOf(definition.SelectionSet);
        _nesting--;
        return _fragments[fragment] = size;
    }

    private readonly record struct Size(int Depth, int Aliases, int Spreads)
    {
        public Size With(Size other) =>
            new(Math.Max(Depth, other.Depth), Math.Min(Plenty, Aliases + other.Aliases), Math.Min(Plenty, Spreads + other.Spreads));
    }
}
