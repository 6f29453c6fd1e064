using System.Linq.Expressions;
using System.Reflection;
using Investr.GraphQL.Sorting;

namespace Investr.GraphQL.Paging;

/// <summary>An item with the values that it is sorted by.</summary>
internal sealed record KeyedItem<T>(T Item, object?[] Keys);

/// <summary>What a query is ordered by, the most important first.</summary>
internal sealed class KeysetOrder<T>
{
    private readonly ParameterExpression _item = Expression.Parameter(typeof(T), "item");
    private readonly List<(Expression Value, bool IsDescending)> _keys = [];

    public Type[] KeyTypes => [.. _keys.Select(key => key.Value.Type)];

    /// <summary>The order of a query.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static KeysetOrder<T> Of(IQueryable<T> query) => Read(query) is { _keys.Count: > 0 } order
        ? order
        : throw new InvalidOperationException($"A page of {typeof(T).Name} needs an order: sort the query by keys that together are unique.");

    // From the outside in: the last order that the query was given holds.
    private static KeysetOrder<T> Read(IQueryable<T> query)
    {
        var order = new KeysetOrder<T>();
        for (var at = query.Expression; at is MethodCallExpression { Arguments: [var source, ..] } call; at = source)
        {
            if (call.Method.DeclaringType != typeof(Queryable) || !IsOrder(call.Method.Name)) continue;
            if (KeyOf(call) is not { } key || key.Parameters[0].Type != typeof(T)) break;

            var value = new Replacement(key.Parameters[0], order._item).Visit(key.Body);
            order._keys.Insert(0, (value, call.Method.Name.EndsWith("Descending", StringComparison.Ordinal)));
            if (call.Method.Name.StartsWith(nameof(Queryable.OrderBy), StringComparison.Ordinal)) break;
        }

        return order;
    }

    /// <summary>A query by the order that it has and, where that leaves items equal, by their ids.</summary>
    public static IQueryable<T> Completed(IQueryable<T> query, PropertyInfo id)
    {
        var order = Read(query);
        if (order._keys.Exists(key => key.Value is MemberExpression { Member: var member } && member == id)) return query;

        order._keys.Add((Expression.Property(order._item, id), IsDescending: false));
        return SortedItems.Of(query, [.. order._keys.Select(key => (Expression.Lambda(key.Value, order._item), key.IsDescending))]);
    }

    /// <summary>The items behind a cursor, or those in front of it.</summary>
    /// <exception cref="GraphQLException">It is none of this order.</exception>
    public Expression<Func<T, bool>> Beyond(string cursor, bool isAfter)
    {
        var values = KeysetCursor.Decode(cursor, KeyTypes);
        Expression? beyond = null;

        // The first key is beyond; or it is the same, and the second one is; and so on. Built from the last key, so that each is compared once.
        for (var i = _keys.Count - 1; i >= 0; i--)
        {
            var (key, isDescending) = _keys[i];
            var further = KeyComparison.Beyond(key, values[i], isGreater: isAfter != isDescending);
            beyond = beyond is null ? further : Expression.OrElse(further, Expression.AndAlso(KeyComparison.Equal(key, values[i]), beyond));
        }

        return Expression.Lambda<Func<T, bool>>(beyond!, _item);
    }

    /// <summary>Selects each item, or what the selector makes of it, with its keys.</summary>
    public Expression<Func<T, KeyedItem<T>>> WithKeys(Expression<Func<T, T>>? selector)
    {
        var item = selector is null ? _item : new Replacement(selector.Parameters[0], _item).Visit(selector.Body);
        var keys = Expression.NewArrayInit(typeof(object), _keys.Select(key => Expression.Convert(key.Value, typeof(object))));
        var constructor = typeof(KeyedItem<T>).GetConstructor([typeof(T), typeof(object[])])!;
        return Expression.Lambda<Func<T, KeyedItem<T>>>(Expression.New(constructor, item, keys), _item);
    }

    private static bool IsOrder(string method) => method is nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending)
        or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending);

    private static LambdaExpression? KeyOf(MethodCallExpression call) =>
        call.Arguments is [_, UnaryExpression { Operand: LambdaExpression key }] ? key : null;

    private sealed class Replacement(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);
    }
}
