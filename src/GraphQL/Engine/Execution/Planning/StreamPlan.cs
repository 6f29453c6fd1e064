using System.Globalization;
using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Planning;

/// <summary>A @stream that is in force on a field.</summary>
internal sealed class StreamPlan(DirectiveNode directive)
{
    private readonly ValueNode? _initialCount = IncrementalDirectives.Argument(directive, "initialCount");

    /// <summary>What the client calls it; null where it does not.</summary>
    public string? Label { get; } = IncrementalDirectives.LabelOf(directive);

    /// <summary>How many items belong to the list's own answer.</summary>
    /// <exception cref="GraphQLException">It is null or below zero.</exception>
    public int InitialCountFor(VariableValues variables)
    {
        var count = _initialCount switch
        {
            null => 0,
            IntValueNode literal => int.Parse(literal.Value, CultureInfo.InvariantCulture),
            VariableNode variable when variables.ValueOf(variable.Name.Value) is var value && value != Missing.Value => value as int?,
            VariableNode => 0,
            _ => null,
        };
        return count switch
        {
            null => throw new GraphQLException("Argument \"initialCount\" of non-null type \"Int!\" must not be null."),
            < 0 => throw new GraphQLException("initialCount must be a positive integer"),
            _ => count.Value,
        };
    }
}
