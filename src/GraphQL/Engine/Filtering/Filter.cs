using System.Linq.Expressions;

namespace Investr.GraphQL.Filtering;

/// <summary>A condition as a client gave it, which is written as an expression of the value that it is put to.</summary>
/// <param name="Conditions">How many comparisons it has, one at least.</param>
/// <param name="ListDepth">How many lists within lists it goes through.</param>
/// <param name="Test">Writes the expression, a boolean.</param>
internal sealed record Filter(int Conditions, int ListDepth, Func<FilteredValue, Expression> Test)
{
    /// <summary>True where all are, or where there are none.</summary>
    public static Filter All(IReadOnlyList<Filter> filters) => Joined(filters, Expression.AndAlso, ofNone: true);

    /// <summary>True where one is.</summary>
    public static Filter Any(IReadOnlyList<Filter> filters) => Joined(filters, Expression.OrElse, ofNone: false);

    public static Filter Refused(string message) => new(1, 0, _ => throw Refusal(message));

    public static GraphQLException Refusal(string message) => new(new GraphQLError(message) { Code = ErrorCodes.InvalidValue });

    private static Filter Joined(IReadOnlyList<Filter> filters, Func<Expression, Expression, Expression> join, bool ofNone) => filters switch
    {
        [] => new(1, 0, _ => Expression.Constant(ofNone)),
        [var only] => only,
        _ => new(
            filters.Sum(filter => filter.Conditions),
            filters.Max(filter => filter.ListDepth),
            value => Balanced([.. filters.Select(filter => filter.Test(value))], join)),
    };

    // Halves rather than a chain: what walks the expression goes only as deep as it must.
    private static Expression Balanced(ReadOnlySpan<Expression> tests, Func<Expression, Expression, Expression> join) => tests.Length == 1
        ? tests[0]
        : join(Balanced(tests[..(tests.Length / 2)], join), Balanced(tests[(tests.Length / 2)..], join));
}
