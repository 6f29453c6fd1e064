using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types;

/// <summary>§3.6.1 "If a default value is provided it must be compatible with the type."</summary>
internal static class DefaultValues
{
    /// <summary>Why a literal is no value of a type; null where it is one.</summary>
    public static string? FaultOf(ValueNode literal, GraphQLType type) => (literal, type) switch
    {
        (NullValueNode, NonNullType) => $"Expected value of type \"{type}\", found null.",
        (NullValueNode, _) => null,
        (_, NonNullType required) => FaultOf(literal, required.OfType),
        (ListValueNode list, ListType items) =>
            list.Items.Select(item => FaultOf(item, items.OfType)).FirstOrDefault(fault => fault is not null),
        (_, ListType items) => FaultOf(literal, items.OfType),
        (EnumValueNode name, EnumType named) =>
            named.Find(name.Value) is null ? $"Value \"{name.Value}\" does not exist in \"{named.Name}\" enum." : null,
        (_, EnumType named) => $"Enum \"{named.Name}\" cannot represent non-enum value: {LiteralText.Of(literal)}.",
        (ObjectValueNode value, InputObjectType input) => OfObject(value, input),
        (_, InputObjectType input) => $"Expected value of type \"{input.Name}\", found {LiteralText.Of(literal)}.",
        (_, ScalarType scalar) => OfScalar(literal, scalar),
        _ => $"{type} is no input type.",
    };

    private static string? OfObject(ObjectValueNode value, InputObjectType input)
    {
        var unknown = value.Fields.FirstOrDefault(field => input.FindField(field.Name.Value) is null);
        if (unknown is not null) return $"Field \"{unknown.Name.Value}\" is not defined by type \"{input.Name}\".";

        foreach (var field in input.Fields)
        {
            var given = value.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name);
            if (given is null && field.IsRequired)
                return $"Field \"{input.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.";
            if (given is not null && FaultOf(given.Value, field.Type) is { } fault) return fault;
        }

        return null;
    }

    private static string? OfScalar(ValueNode literal, ScalarType scalar)
    {
        try
        {
            scalar.Parse(literal);
            return null;
        }
        catch (ScalarFormatException reason)
        {
            return reason.Message;
        }
    }
}
