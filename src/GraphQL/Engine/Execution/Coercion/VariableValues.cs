using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>§6.1.2 A request's variables: as they came, and coerced to their types.</summary>
internal sealed class VariableValues(VariablePlan[] plans, ValueNode?[] literals, object?[] values)
{
    public static VariableValues None { get; } = new([], [], []);

    /// <summary>The coerced value; <see cref="Missing.Value"/> where none was given and there is no default.</summary>
    public object? ValueOf(string name) => IndexOf(name) is var index and >= 0 ? values[index] : Missing.Value;

    /// <summary>The value as a literal; null where none was given and there is no default.</summary>
    public ValueNode? LiteralOf(string name) => IndexOf(name) is var index and >= 0 ? literals[index] : null;

    /// <summary>The value of a variable that a directive's <c>if</c> asks for; true, which is its default, where there is none: only @defer
    /// and @stream have one, and no other directive takes a variable that may be missing.</summary>
    /// <exception cref="GraphQLException">It is null.</exception>
    public bool ConditionOf(string name) => ValueOf(name) is var value && value == Missing.Value
        ? true
        : value as bool? ?? throw new GraphQLException("Argument \"if\" of non-null type \"Boolean!\" must not be null.");

    private int IndexOf(string name)
    {
        for (var i = 0; i < plans.Length; i++)
        {
            if (plans[i].Name == name) return i;
        }

        return -1;
    }
}
