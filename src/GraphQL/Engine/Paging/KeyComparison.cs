using System.Linq.Expressions;
using Investr.GraphQL.Filtering;

namespace Investr.GraphQL.Paging;

/// <summary>How a key of an order is compared with a cursor's value, as an expression that providers translate. Null is the least.</summary>
internal static class KeyComparison
{
    public static Expression Equal(Expression key, object? value) => value is null && !MayBeNull(key.Type)
        ? Expression.Constant(false)
        : Expression.Equal(key, FilteredValue.Parameter(key.Type, value));

    public static Expression Beyond(Expression key, object? value, bool isGreater)
    {
        if (!MayBeNull(key.Type)) return Compare(key, value!, isGreater);

        var isNull = Expression.Equal(key, Expression.Constant(null, key.Type));
        if (value is null) return isGreater ? Expression.Not(isNull) : Expression.Constant(false);

        var there = Nullable.GetUnderlyingType(key.Type) is null ? key : Expression.Property(key, nameof(Nullable<>.Value));
        var beyond = Compare(there, value, isGreater);
        return isGreater ? Expression.AndAlso(Expression.Not(isNull), beyond) : Expression.OrElse(isNull, beyond);
    }

    private static BinaryExpression Compare(Expression key, object value, bool isGreater)
    {
        Expression given = FilteredValue.Parameter(key.Type, value);
        if (key.Type == typeof(string)) return Ordered(Expression.Call(typeof(string), nameof(string.Compare), null, key, given), Expression.Constant(0), isGreater);
        if (key.Type.IsEnum)
        {
            var number = Enum.GetUnderlyingType(key.Type);
            return Ordered(Expression.Convert(key, number), Expression.Convert(given, number), isGreater);
        }

        if (key.Type.IsPrimitive && key.Type != typeof(bool) || key.Type.GetMethod("op_GreaterThan", [key.Type, key.Type]) is not null)
            return Ordered(key, given, isGreater);

        var compare = key.Type.GetMethod(nameof(IComparable.CompareTo), [key.Type])
            ?? throw new NotSupportedException($"A {key.Type.Name} cannot be compared, so no page can begin behind one.");
        return Ordered(Expression.Call(key, compare, given), Expression.Constant(0), isGreater);
    }

    private static BinaryExpression Ordered(Expression left, Expression right, bool isGreater) =>
        isGreater ? Expression.GreaterThan(left, right) : Expression.LessThan(left, right);

    private static bool MayBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
}
