using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation;

/// <summary>What the rules of one validation share: the schema, the document, where the walk is, and what was found so far.</summary>
internal sealed class ValidationContext
{
    private readonly List<IError> _errors = [];
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<DefinitionNode, IReadOnlyList<VariableUsage>> _ownUsages = [];
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<VariableUsage>> _usages = [];

    public ValidationContext(Schema schema, DocumentNode document, RequestOptions options)
    {
        (Schema, Document, Options, Cursor) = (schema, document, options, new(schema));
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>()) _fragments[fragment.Name.Value] = fragment;
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public RequestOptions Options { get; }

    /// <summary>Where the walk is.</summary>
    public TypeCursor Cursor { get; }

    public IReadOnlyList<IError> Errors => _errors;

    /// <summary>Tells of an error at some nodes.</summary>
    /// <exception cref="ValidationAbortedException">There are more errors than will be told.</exception>
    public void Report(string message, params IEnumerable<SyntaxNode> nodes) => Report(message, ErrorCodes.ValidationError, nodes);

    /// <summary>Tells of an error with a code of its own.</summary>
    /// <exception cref="ValidationAbortedException">There are more errors than will be told.</exception>
    public void Report(string message, string code, IEnumerable<SyntaxNode> nodes)
    {
        if (_errors.Count >= Options.MaxValidationErrors)
        {
            throw Abort("Too many validation errors, error limit reached. Validation aborted.", ErrorCodes.ValidationError);
        }

        _errors.Add(new GraphQLError(message) { Code = code, Locations = [.. nodes.Take(Options.MaxLocationsPerError).Select(node => Document.Source.LocationOf(node.Start))] });
    }

    /// <summary>Adds a last error and makes the exception that ends the validation.</summary>
    public ValidationAbortedException Abort(string message, string code)
    {
        _errors.Add(new GraphQLError(message) { Code = code });
        return new();
    }

    /// <summary>The names that may have been meant; none where they would give a hidden schema away.</summary>
    public IReadOnlyList<string> NamesNear(string written, IEnumerable<string> names) =>
        Options.AllowIntrospection ? Suggestions.Near(written, names) : [];

    /// <summary>The fragment of a name; null where the document has none.</summary>
    public FragmentDefinitionNode? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>The spreads in a selection set, those of its own fields first, then those below.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode set)
    {
        if (_spreads.TryGetValue(set, out var known)) return known;

        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([set]);
        while (pending.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                if (selection is FragmentSpreadNode spread) spreads.Add(spread);
                else if (SelectionsOf(selection) is { } inner) pending.Push(inner);
            }
        }

        return _spreads[set] = spreads;
    }

    /// <summary>The fragments that operations use, directly or through others.</summary>
    public IReadOnlyList<FragmentDefinitionNode> FragmentsOf(params IEnumerable<OperationDefinitionNode> operations)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<FragmentSpreadNode>(operations.SelectMany(operation => SpreadsIn(operation.SelectionSet)));
        var fragments = new List<FragmentDefinitionNode>();
        while (pending.TryDequeue(out var spread))
        {
            if (!names.Add(spread.Name.Value) || FindFragment(spread.Name.Value) is not { } fragment) continue;

            fragments.Add(fragment);
            foreach (var inner in SpreadsIn(fragment.SelectionSet)) pending.Enqueue(inner);
        }

        return fragments;
    }

    /// <summary>Where an operation uses variables, fragments included.</summary>
    public IReadOnlyList<VariableUsage> UsagesOf(OperationDefinitionNode operation)
    {
        if (_usages.TryGetValue(operation, out var known)) return known;
        return _usages[operation] = [.. OwnUsages(operation), .. FragmentsOf(operation).SelectMany(OwnUsages)];
    }

    private static SelectionSetNode? SelectionsOf(SelectionNode selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode fragment => fragment.SelectionSet,
        _ => null,
    };

    private IReadOnlyList<VariableUsage> OwnUsages(DefinitionNode definition)
    {
        if (_ownUsages.TryGetValue(definition, out var known)) return known;

        var cursor = new TypeCursor(Schema);
        var collector = new VariableUsages(cursor);
        new DocumentWalker(cursor, [collector]).Visit(definition);
        return _ownUsages[definition] = collector.Found;
    }
}

/// <summary>The use of a variable: what stands there, what type is expected, by which argument or field, inside which type.</summary>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, ArgumentDefinition? Place, GraphQLType? ParentType);

/// <summary>Collects the uses of variables in a definition.</summary>
internal sealed class VariableUsages(TypeCursor cursor) : ValidationRule
{
    private readonly List<VariableUsage> _found = [];

    public IReadOnlyList<VariableUsage> Found => _found;

    public override bool Enter(SyntaxNode node)
    {
        if (node is VariableNode variable) _found.Add(new(variable, cursor.InputType, cursor.Place, cursor.ParentInputType));
        return node is not VariableDefinitionNode;
    }
}

/// <summary>Ends a validation early; the context holds what is told.</summary>
internal sealed class ValidationAbortedException : Exception;
