using System.Linq.Expressions;

namespace Investr.GraphQL.Sorting;

/// <summary>Sorts a list by keys, the most important first.</summary>
internal static class SortedItems
{
    /// <summary>In memory. What the keys leave equal stays in its order.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items, IReadOnlyList<SortKey> keys)
    {
        foreach (var key in keys)
        {
            var item = Expression.Parameter(typeof(T), "item");
            var read = Expression.Lambda<Func<T, object?>>(Expression.Convert(key.Read(item), typeof(object)), item).Compile(preferInterpretation: true);
            items = (items, key.IsDescending) switch
            {
                (IOrderedEnumerable<T> sorted, false) => sorted.ThenBy(read, Order),
                (IOrderedEnumerable<T> sorted, true) => sorted.ThenByDescending(read, Order),
                (_, false) => items.OrderBy(read, Order),
                (_, true) => items.OrderByDescending(read, Order),
            };
        }

        return items;
    }

    /// <summary>By the query's provider.</summary>
    public static IQueryable<T> Of<T>(IQueryable<T> items, IReadOnlyList<(LambdaExpression Read, bool IsDescending)> keys)
    {
        if (keys.Count == 0) return items;

        var sorted = items.Expression;
        foreach (var (place, (read, isDescending)) in keys.Index())
        {
            var method = (place == 0 ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy)) + (isDescending ? "Descending" : "");
            sorted = Expression.Call(typeof(Queryable), method, [typeof(T), read.ReturnType], sorted, Expression.Quote(read));
        }

        return items.Provider.CreateQuery<T>(sorted);
    }

    /// <summary>A key as a function of the items.</summary>
    public static LambdaExpression KeyOf<T>(SortKey key)
    {
        var item = Expression.Parameter(typeof(T), "item");
        return Expression.Lambda(key.Read(item), item);
    }

    // Texts in the same order whatever the server's language is.
    private static readonly Comparer<object?> Order = Comparer<object?>.Create((left, right) =>
        left is string one && right is string other ? string.CompareOrdinal(one, other) : Comparer<object?>.Default.Compare(left, right));
}
