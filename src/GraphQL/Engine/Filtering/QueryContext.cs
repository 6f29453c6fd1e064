using System.Linq.Expressions;
using Investr.GraphQL.Sorting;

namespace Investr.GraphQL;

/// <summary>What a request asks of a list, for a method that asks its data source itself: a parameter of a field with [UseFiltering],
/// [UseSorting] or [UseProjection], which then leave the list to the method.</summary>
/// <param name="Selector">Makes items with no more than what is asked for; null where whole items are needed.</param>
/// <param name="Predicate">Which items; null for all.</param>
/// <param name="Sorting">In which order; null where none is asked for.</param>
public sealed record QueryContext<T>(
    Expression<Func<T, T>>? Selector = null, Expression<Func<T, bool>>? Predicate = null, SortDefinition<T>? Sorting = null)
{
    /// <summary>Asks for nothing.</summary>
    public static QueryContext<T> Empty { get; } = new();
}

/// <summary>An order, the most important key first.</summary>
public sealed class SortDefinition<T>
{
    private readonly IReadOnlyList<(LambdaExpression Key, bool IsDescending)> _keys;

    internal SortDefinition(IReadOnlyList<(LambdaExpression Key, bool IsDescending)> keys) => _keys = keys;

    /// <summary>No order yet.</summary>
    public static SortDefinition<T> Empty { get; } = new([]);

    /// <summary>Whether there is a key.</summary>
    public bool IsEmpty => _keys.Count == 0;

    /// <summary>The same order and, where it leaves items equal, by another key, the least first.</summary>
    public SortDefinition<T> AddAscending<TKey>(Expression<Func<T, TKey>> key) => new([.. _keys, (key, false)]);

    /// <summary>The same order and, where it leaves items equal, by another key, the greatest first.</summary>
    public SortDefinition<T> AddDescending<TKey>(Expression<Func<T, TKey>> key) => new([.. _keys, (key, true)]);

    /// <summary>Another order where there is none.</summary>
    public SortDefinition<T> IfEmpty(Func<SortDefinition<T>, SortDefinition<T>> otherwise) => IsEmpty ? otherwise(this) : this;

    internal IQueryable<T> Sort(IQueryable<T> items) => IsEmpty ? items : SortedItems.Of(items, _keys);
}

/// <summary>Puts what a request asks to a query.</summary>
public static class QueryContextExtensions
{
    /// <summary>The items that are asked for, in their order and with what is asked of them.</summary>
    /// <param name="items">The query.</param>
    /// <param name="context">What is asked.</param>
    /// <param name="sort">Completes the order, such as by the id; null where it is to stay as it is.</param>
    public static IQueryable<T> With<T>(
        this IQueryable<T> items, QueryContext<T> context, Func<SortDefinition<T>, SortDefinition<T>>? sort = null)
    {
        if (context.Predicate is { } predicate) items = items.Where(predicate);
        var order = context.Sorting ?? SortDefinition<T>.Empty;
        items = (sort?.Invoke(order) ?? order).Sort(items);
        return context.Selector is { } selector ? items.Select(selector) : items;
    }
}
