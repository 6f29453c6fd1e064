using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>§6.4.1 CoerceArgumentValues(), as far as it can go before the variables are known.</summary>
internal sealed class ArgumentsPlan
{
    private readonly FieldDefinition _field;
    private readonly FieldNode _node;
    private readonly ValueNode?[] _literals;

    private ArgumentsPlan(FieldDefinition field, FieldNode node)
    {
        (_field, _node) = (field, node);
        _literals = [.. field.Arguments.Select(argument =>
            node.Arguments.FirstOrDefault(given => given.Name.Value == argument.Name)?.Value)];
    }

    /// <summary>The values, where no variable has a part in them; shared by all requests.</summary>
    public object?[]? Constants { get; private set; }

    /// <summary>Where there are no <see cref="Constants"/>: the place among the request's argument values.</summary>
    public int Slot { get; private set; } = -1;

    public static ArgumentsPlan Of(OperationPlan plan, FieldDefinition field, FieldNode node)
    {
        var arguments = new ArgumentsPlan(field, node);
        if (node.Arguments.Any(argument => VariableUse.IsIn(argument.Value)))
        {
            arguments.Slot = plan.NextArgumentSlot();
            return arguments;
        }

        try
        {
            arguments.Constants = arguments.Coerce(VariableValues.None, plan.Operation.Document);
        }
        catch (GraphQLException)
        {
            // A constant that its scalar refuses fails each request at the field, as a variable would.
            arguments.Slot = plan.NextArgumentSlot();
        }

        return arguments;
    }

    /// <summary>The values for one request; found once, however often the field is resolved.</summary>
    /// <exception cref="GraphQLException">A value does not fit.</exception>
    public object?[] For(VariableValues variables, DocumentNode document, object?[]?[] slots) =>
        Constants ?? (slots[Slot] ??= Coerce(variables, document));

    private object?[] Coerce(VariableValues variables, DocumentNode document)
    {
        if (_literals.Length == 0) return [];

        var values = new object?[_literals.Length];
        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                values[i] = Coerce(_field.Arguments[i], _literals[i], variables);
            }
            catch (ScalarFormatException fault)
            {
                throw new GraphQLException(new GraphQLError(fault.Message)
                {
                    Code = ErrorCodes.InvalidValue,
                    Locations = [document.Source.LocationOf((_literals[i] ?? (SyntaxNode)_node).Start)],
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
