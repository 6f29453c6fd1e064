using System.Linq.Expressions;

namespace Investr.GraphQL.Filtering;

/// <summary>One comparison that a filter offers. Null is what only <c>eq</c>, <c>neq</c> and the items of <c>in</c> and <c>nin</c> can be.</summary>
internal sealed record Operation(string Name, string Description, Func<FilteredValue, object, Expression> Test)
{
    private static readonly Operation[] Equal = Both("eq", "Is this; null is what is not there.", (value, given) => Expression.Equal(value.Value, value.Given(given)));

    private static readonly Operation[] In = Both("in", "Is one of these.", IsIn);

    private static readonly Operation[] Contains = Text("contains", "Has this somewhere within it.", nameof(string.Contains));

    /// <summary>Of what is only alike or not.</summary>
    public static IReadOnlyList<Operation> OfEquality { get; } = [.. Equal, .. In];

    public static IReadOnlyList<Operation> OfBooleans { get; } = Equal;

    public static IReadOnlyList<Operation> OfOrder { get; } =
    [
        .. Equal, .. In,
        .. Both("gt", "Is greater than this.", Compare(Expression.GreaterThan)),
        .. Both("gte", "Is this or greater.", Compare(Expression.GreaterThanOrEqual)),
        .. Both("lt", "Is less than this.", Compare(Expression.LessThan)),
        .. Both("lte", "Is this or less.", Compare(Expression.LessThanOrEqual)),
    ];

    public static IReadOnlyList<Operation> OfText { get; } =
    [
        .. Equal, .. Contains, .. In,
        .. Text("startsWith", "Begins with this.", nameof(string.StartsWith)),
        .. Text("endsWith", "Ends with this.", nameof(string.EndsWith)),
    ];

    public bool TakesNull => Name is "eq" or "neq";

    public bool TakesList => Name is "in" or "nin";

    public bool IsNegative => Name[0] == 'n';

    private static Operation[] Both(string name, string description, Func<FilteredValue, object, Expression> test) =>
    [
        new(name, description, test),
        new("n" + name, $"Not `{name}`; so is what is not there.", (value, given) => Expression.Not(test(value, given))),
    ];

    private static Operation[] Text(string name, string description, string method) =>
        Both(name, description, (value, given) => value.Guarded(text => text.IsInMemory
            ? Expression.Call(text.Value, method, null, text.Given(given), Expression.Constant(StringComparison.Ordinal))
            : Expression.Call(text.Value, method, null, text.Given(given))));

    private static Func<FilteredValue, object, Expression> Compare(Func<Expression, Expression, Expression> compare) =>
        (value, given) => value.Guarded(there => compare(there.Value, there.Given(given)));

    private static Expression IsIn(FilteredValue value, object given)
    {
        var asked = ((object?[])given).Select(item => value.Converted(item)).Where(item => item is not null || value.IsNullable).ToArray();
        var items = Array.CreateInstance(value.Value.Type, asked.Length);
        foreach (var (place, item) in asked.Index()) items.SetValue(item, place);

        var list = FilteredValue.Parameter(typeof(IEnumerable<>).MakeGenericType(value.Value.Type), items);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [value.Value.Type], list, value.Value);
    }
}
