using System.Globalization;
using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Security;

/// <summary>How long the list of one selected field becomes, or the lists below it that it sizes.</summary>
internal sealed class ListSizing
{
    private readonly IReadOnlyList<ValueNode> _slices;
    private readonly SourceLocation _location;
    private readonly double _otherwise;
    private readonly bool _requiresOne;

    private ListSizing(AppliedDirective directive, FieldDefinition field, FieldNode node, SourceLocation location, int defaultSize)
    {
        var arguments = directive.Arguments.ToDictionary(argument => argument.Name.Value, argument => argument.Value, StringComparer.Ordinal);
        var slicing = Texts(arguments, "slicingArguments");
        SizedFields = Texts(arguments, "sizedFields");
        _slices = [.. slicing.Select(name => SliceOf(name, field, node)).OfType<ValueNode>()];
        _location = location;
        _otherwise = Number(arguments, "slicingArgumentDefaultValue") ?? Number(arguments, "assumedSize") ?? defaultSize;
        _requiresOne = slicing.Count > 0 && arguments.GetValueOrDefault("requireOneSlicingArgument") is not BooleanValueNode { Value: false };
    }

    /// <summary>The fields below that are as long; empty where the field itself is.</summary>
    public IReadOnlyList<string> SizedFields { get; }

    /// <summary>Whether a variable has a part in it.</summary>
    public bool Varies => _slices.Any(slice => slice is VariableNode);

    /// <summary>The sizing that a field's [ListSize] asks for; null where it has none.</summary>
    public static ListSizing? Of(FieldDefinition field, FieldNode node, SourceLocation location, int defaultSize) =>
        CostDirectives.Find(field.Directives, CostDirectives.ListSize.Name) is { } directive
            ? new(directive, field, node, location, defaultSize)
            : null;

    /// <summary>The length.</summary>
    /// <exception cref="GraphQLException">Exactly one slicing argument is asked for, and none or several are given.</exception>
    public double SizeFor(VariableValues variables)
    {
        var (given, size) = (0, 0d);
        foreach (var slice in _slices)
        {
            if (LengthOf(slice is VariableNode variable ? variables.LiteralOf(variable.Name.Value) : slice) is not { } length) continue;
            given++;
            size = Math.Max(size, length);
        }

        if (_requiresOne && given != 1)
        {
            throw new GraphQLException(new GraphQLError("Exactly one slicing argument must be defined.")
            {
                Code = ErrorCodes.SlicingArgumentMissing, Locations = [_location],
            });
        }

        return given > 0 ? size : _otherwise;
    }

    private static double? LengthOf(ValueNode? slice) => slice switch
    {
        null or NullValueNode => null,
        ListValueNode list => list.Items.Count,
        IntValueNode number => LengthOf(number.Value),
        FloatValueNode number => LengthOf(number.Value),
        _ => 1,
    };

    private static double LengthOf(string number) => Math.Clamp(double.Parse(number, CultureInfo.InvariantCulture), 0, int.MaxValue);

    private static ValueNode? SliceOf(string name, FieldDefinition field, FieldNode node) =>
        node.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value ?? field.FindArgument(name)?.DefaultValue;

    private static IReadOnlyList<string> Texts(Dictionary<string, ValueNode> arguments, string name) => arguments.GetValueOrDefault(name) switch
    {
        ListValueNode list => [.. list.Items.OfType<StringValueNode>().Select(item => item.Value)],
        StringValueNode only => [only.Value],
        _ => [],
    };

    private static int? Number(Dictionary<string, ValueNode> arguments, string name) =>
        arguments.GetValueOrDefault(name) is IntValueNode number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null;
}
