using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>§3 Input coercion of a literal, in which variables may stand. The document is valid, so what can still be wrong is a variable
/// or a scalar's own format.</summary>
internal sealed class LiteralCoercion(VariableValues variables)
{
    /// <summary>The value.</summary>
    /// <exception cref="ScalarFormatException">A scalar or an input object does not take it.</exception>
    public object? Coerce(ValueNode literal, GraphQLType type)
    {
        if (literal is VariableNode variable) return OfVariable(variable, type);
        if (type is NonNullType required) return Coerce(literal, required.OfType) ?? throw Null(type);

        return (literal, type) switch
        {
            (NullValueNode, _) => null,
            (ListValueNode list, ListType { OfType: var item }) => list.Items.Select(each => Item(each, item)).ToArray(),
            (_, ListType { OfType: var item }) => new[] { Coerce(literal, item) },
            (ObjectValueNode given, InputObjectType input) => Object(given, input),
            (EnumValueNode { Value: var name }, EnumType names) when names.Find(name) is { } known => known.Value,
            (_, ScalarType scalar) => scalar.Parse(WithoutVariables(literal)),
            _ => throw new ScalarFormatException($"Expected value of type \"{type}\", found {LiteralText.Of(literal)}."),
        };
    }

    private object? OfVariable(VariableNode variable, GraphQLType type)
    {
        var value = variables.ValueOf(variable.Name.Value);
        return value is not null and not Missing || !type.IsNonNull ? value : throw Null(type);
    }

    // §3.11: a variable that is not given is a null item, where items may be null.
    private object? Item(ValueNode literal, GraphQLType type)
    {
        var item = Coerce(literal, type);
        return item == Missing.Value ? null : item;
    }

    private object Object(ObjectValueNode given, InputObjectType type)
    {
        var fields = new object?[type.Fields.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = type.Fields[i];
            var literal = given.Fields.FirstOrDefault(candidate => candidate.Name.Value == field.Name)?.Value;
            if (!IsGiven(literal) && field.IsRequired)
                throw new ScalarFormatException($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.");
            fields[i] = InputValues.Finished(field, IsGiven(literal) ? Coerce(literal!, field.Type) : Missing.Value);
        }

        if (type.IsOneOf && fields.Where(field => field != Missing.Value).ToArray() is not [not null])
            throw new ScalarFormatException($"Exactly one key must be specified for OneOf type \"{type.Name}\".");
        return type.Create(fields);
    }

    private bool IsGiven(ValueNode? literal) =>
        literal is VariableNode variable ? variables.ValueOf(variable.Name.Value) != Missing.Value : literal is not null;

    private ValueNode WithoutVariables(ValueNode literal) => literal switch
    {
        VariableNode variable => variables.LiteralOf(variable.Name.Value) ?? new NullValueNode(),
        ListValueNode list => new ListValueNode([.. list.Items.Select(WithoutVariables)]),
        ObjectValueNode item => new ObjectValueNode(
            [.. item.Fields.Select(field => new ObjectFieldNode(field.Name, WithoutVariables(field.Value)))]),
        _ => literal,
    };

    private static ScalarFormatException Null(GraphQLType type) => new($"Expected value of type \"{type}\", found null.");
}
