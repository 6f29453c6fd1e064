using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>§6.4.1 CoerceArgumentValues(), as far as it can go before the variables are known.</summary>
internal sealed class ArgumentsPlan
{
    private static readonly ArgumentsPlan None = new([], -1, null!, null!);

    private readonly int _slot;
    private readonly FieldDefinition _field;
    private readonly FieldNode _node;

    private ArgumentsPlan(object?[]? constants, int slot, FieldDefinition field, FieldNode node) =>
        (Constants, _slot, _field, _node) = (constants, slot, field, node);

    /// <summary>The values, where no variable has a part in them; shared by all requests.</summary>
    public object?[]? Constants { get; }

    public static ArgumentsPlan Of(OperationPlan plan, FieldDefinition field, FieldNode node)
    {
        if (field.Arguments.Count == 0) return None;
        if (node.Arguments.Any(argument => VariableUse.IsIn(argument.Value))) return new(null, plan.NextArgumentSlot(), field, node);

        try
        {
            return new(Coerce(field, node, VariableValues.None, plan.Operation.Document), -1, field, node);
        }
        catch (GraphQLException)
        {
            // A constant that its scalar refuses fails each request at the field, as a variable would.
            return new(null, plan.NextArgumentSlot(), field, node);
        }
    }

    /// <summary>The values for one request; found once, however often the field is resolved.</summary>
    /// <exception cref="GraphQLException">A value does not fit.</exception>
    public object?[] For(VariableValues variables, DocumentNode document, object?[]?[] slots) =>
        Constants ?? (slots[_slot] ??= Coerce(_field, _node, variables, document));

    /// <summary>The place among the request's argument values.</summary>
    public int Slot => _slot;

    private static object?[] Coerce(FieldDefinition field, FieldNode node, VariableValues variables, DocumentNode document)
    {
        var values = new object?[field.Arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var argument = field.Arguments[i];
            var literal = node.Arguments.FirstOrDefault(candidate => candidate.Name.Value == argument.Name)?.Value;
            try
            {
                values[i] = Coerce(argument, literal, variables);
            }
            catch (ScalarFormatException fault)
            {
                throw new GraphQLException(new GraphQLError(fault.Message)
                {
                    Code = ErrorCodes.InvalidValue,
                    Locations = [document.Source.LocationOf((literal ?? (SyntaxNode)node).Start)],
                });
            }
        }

        return values;
    }

    private static object? Coerce(ArgumentDefinition argument, ValueNode? literal, VariableValues variables)
    {
        var value = literal switch
        {
            null => Missing.Value,
            VariableNode variable => variables.ValueOf(variable.Name.Value),
            NullValueNode => null,
            _ => InLiteral(argument, literal, variables),
        };

        if (argument.Type.IsNonNull && value is null)
            throw new ScalarFormatException($"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null.");
        if (argument.IsRequired && value == Missing.Value)
            throw new ScalarFormatException($"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was {NotGiven(literal)}.");
        return InputValues.Finished(argument, value);
    }

    private static object? InLiteral(ArgumentDefinition argument, ValueNode literal, VariableValues variables)
    {
        try
        {
            return new LiteralCoercion(variables).Coerce(literal, argument.Type);
        }
        catch (ScalarFormatException)
        {
            throw new ScalarFormatException($"Argument \"{argument.Name}\" has invalid value {LiteralText.Of(literal)}.");
        }
    }

    private static string NotGiven(ValueNode? literal) => literal is VariableNode variable
        ? $"provided the variable \"${variable.Name.Value}\" which was not provided a runtime value"
        : "not provided";
}
