using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Validation.Merging;

/// <summary>A field as it is selected: on which type, written where, defined how.</summary>
internal sealed record FieldUse(NamedType? Parent, FieldNode Node, FieldDefinition? Definition)
{
    private List<(string Name, string Value)>? _arguments;

    /// <summary>The @stream at the field; null where there is none.</summary>
    public DirectiveNode? Stream { get; } = Node.Directives.FirstOrDefault(directive => directive.Name.Value == IncrementalDirectives.Stream);

    /// <summary>The type below the field.</summary>
    public NamedType? InnerType => Definition?.Type.Named;

    // §5.3.2: "identical sets of arguments". Graphql-js looks a name up among the other's arguments, of which the last of a name counts.
    private List<(string Name, string Value)> Arguments =>
        _arguments ??= ArgumentsOf(Node.Arguments);

    /// <summary>Whether an argument is given twice, so that sameness depends on the side from which one looks.</summary>
    public bool HasDoubtfulArguments => Arguments.DistinctBy(argument => argument.Name).Count() < Arguments.Count;

    public bool HasArgumentsOf(FieldUse other) => AreSame(Arguments, other.Arguments);

    /// <summary>Whether both are streamed, in the same way.</summary>
    public bool Streams(FieldUse other) =>
        Stream is not null && other.Stream is not null && AreSame(ArgumentsOf(Stream.Arguments), ArgumentsOf(other.Stream.Arguments));

    private static List<(string Name, string Value)> ArgumentsOf(IReadOnlyList<ArgumentNode> arguments) =>
        [.. arguments.Select(argument => (argument.Name.Value, Canonical(argument.Value)))];

    private static bool AreSame(List<(string Name, string Value)> one, List<(string Name, string Value)> other) => one.Count == other.Count
        && one.All(mine => other.FindLast(theirs => theirs.Name == mine.Name) is { Value: { } value } && value == mine.Value);

    // The order of an object's fields means nothing.
    private static string Canonical(ValueNode value) => value switch
    {
        ListValueNode list => $"[{string.Join(',', list.Items.Select(Canonical))}]",
        ObjectValueNode item => $"{{{string.Join(',', item.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal).Select(field => $"{field.Name}:{Canonical(field.Value)}"))}}}",
        StringValueNode text => (text.Block ? "b" : "s") + Printer.Quote(text.Value),
        FloatValueNode number => $"f{number.Value}",
        _ => Printer.Print(value),
    };
}

/// <summary>The fields of a selection set by response name, inline fragments opened, and the names of the fragments that it spreads.</summary>
internal sealed class FieldMap
{
    private readonly OrderedDictionary<string, List<FieldUse>> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _fragments = [];

    private FieldMap()
    {
    }

    public IReadOnlyDictionary<string, List<FieldUse>> Fields => _fields;

    public IReadOnlyList<string> Fragments => _fragments;

    /// <summary>The number of fields.</summary>
    public int Count { get; private set; }

    public static FieldMap Of(Schema schema, NamedType? parent, SelectionSetNode set)
    {
        var map = new FieldMap();
        map.Add(schema, parent, set);
        return map;
    }

    private void Add(Schema schema, NamedType? parent, SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!_fields.TryGetValue(field.ResponseName, out var same)) _fields.Add(field.ResponseName, same = []);
                    same.Add(new(parent, field, (parent as FieldsType)?.FindField(field.Name.Value)));
                    Count++;
                    break;
                case FragmentSpreadNode spread:
                    if (!_fragments.Contains(spread.Name.Value)) _fragments.Add(spread.Name.Value);
                    break;
                case InlineFragmentNode inline:
                    Add(schema, inline.TypeCondition is { } condition ? schema.FindType(condition.Name.Value) : parent, inline.SelectionSet);
                    break;
            }
        }
    }
}
