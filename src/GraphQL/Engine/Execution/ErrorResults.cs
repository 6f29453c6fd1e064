namespace Investr.GraphQL.Execution;

/// <summary>Errors that a resolver gives in place of a value.</summary>
internal static class ErrorResults
{
    /// <summary>Whether values of a CLR type can be errors.</summary>
    public static bool MayBe(Type type) => type == typeof(object) || type.IsAssignableTo(typeof(IError)) || type.IsAssignableTo(typeof(IEnumerable<IError>));

    /// <summary>The value.</summary>
    /// <exception cref="GraphQLException">It is errors.</exception>
    public static object? Checked(object? value) => value switch
    {
        IError error => throw new GraphQLException(error),
        IEnumerable<IError> errors => throw new GraphQLException([.. errors]),
        _ => value,
    };
}
