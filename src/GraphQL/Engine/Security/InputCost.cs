using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Security;

/// <summary>What the arguments that a field is given cost: their own weights, and those of the input fields in their values.</summary>
internal sealed class InputCost
{
    private readonly IReadOnlyList<(ArgumentDefinition Argument, ValueNode Value)> _given;

    private InputCost(IReadOnlyList<(ArgumentDefinition, ValueNode)> given) => _given = given;

    /// <summary>Whether a variable has a part in it.</summary>
    public bool Varies => _given.Any(pair => Execution.Planning.VariableUse.IsIn(pair.Value));

    /// <summary>The cost of a field's arguments; null where none of them can cost anything.</summary>
    public static InputCost? Of(FieldDefinition field, FieldNode node)
    {
        if (node.Arguments.Count == 0) return null;

        var given = node.Arguments.Select(argument => (field.FindArgument(argument.Name.Value)!, argument.Value))
            .Where(pair => CanCost(pair.Item1, []))
            .ToList();
        return given.Count == 0 ? null : new(given);
    }

    public double For(VariableValues variables) => _given.Sum(pair => CostOf(pair.Argument, pair.Value, variables));

    private static bool CanCost(ArgumentDefinition input, HashSet<NamedType> seen) => OwnWeight(input) != 0
        || (input.Type.Named is InputObjectType type && seen.Add(type) && type.Fields.Any(field => CanCost(field, seen)));

    private static double CostOf(ArgumentDefinition input, ValueNode? value, VariableValues variables)
    {
        if (value is VariableNode variable) value = variables.LiteralOf(variable.Name.Value);
        return value is null ? 0 : OwnWeight(input) + Inside(input.Type.Named, value, variables);
    }

    private static double Inside(NamedType type, ValueNode value, VariableValues variables) => (type, value) switch
    {
        (_, ListValueNode list) => list.Items.Sum(item => Inside(type, item, variables)),
        (InputObjectType fields, ObjectValueNode given) => given.Fields.Sum(part =>
            fields.FindField(part.Name.Value) is { } field ? CostOf(field, part.Value, variables) : 0),
        _ => 0,
    };

    private static double OwnWeight(ArgumentDefinition input) => CostDirectives.WeightIn(input.Directives, 0);
}
