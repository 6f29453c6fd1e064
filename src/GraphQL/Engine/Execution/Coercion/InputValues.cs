using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Coercion;

/// <summary>The last step of an argument or input field: its default where nothing was given, then its CLR type.</summary>
internal static class InputValues
{
    /// <summary>The value that resolvers and input objects see; <see cref="Missing.Value"/> where there is none.</summary>
    public static object? Finished(ArgumentDefinition definition, object? coerced)
    {
        if (coerced == Missing.Value)
        {
            if (definition.DefaultValue is null) return coerced;
            coerced = new LiteralCoercion(VariableValues.None).Coerce(definition.DefaultValue, definition.Type);
        }

        return definition.Convert is { } convert ? convert(coerced) : coerced;
    }

    /// <summary>Whether an exception says that the client's value does not fit, rather than that something broke.</summary>
    public static bool IsFault(Exception exception) => exception is ScalarFormatException or GraphQLException;
}
