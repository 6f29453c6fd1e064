using System.Linq.Expressions;
using Investr.GraphQL.Filtering;
using Investr.GraphQL.Paging;

namespace Investr.GraphQL;

/// <summary>Pages that the provider of a query cuts: it reads what the page has and one row more, from where the cursor says, by the keys that
/// the query is ordered by.</summary>
/// <remarks>
/// Together the keys must be unique, as where the last of them is the id; else items that are equal can be missed. A key that is null sorts
/// as in .NET, in front of all others where the order is ascending; SQLite and SQL Server do too, PostgreSQL where it is told.
/// </remarks>
public static class QueryPaging
{
    /// <summary>A page of a query that is ordered.</summary>
    /// <exception cref="InvalidOperationException">It has no order.</exception>
    /// <exception cref="GraphQLException">A cursor is none of this query's.</exception>
    public static ValueTask<Page<T>> ToPageAsync<T>(
        this IQueryable<T> query, PagingArguments arguments, CancellationToken cancellationToken = default) =>
        query.ToPageAsync(arguments, selector: null, cancellationToken);

    /// <summary>The page as a connection.</summary>
    public static async Task<Connection<T>> ToConnectionAsync<T>(this ValueTask<Page<T>> page) => (await page).ToConnection();

    /// <summary>The page as a connection.</summary>
    public static async Task<Connection<T>> ToConnectionAsync<T>(this Task<Page<T>> page) => (await page).ToConnection();

    internal static async ValueTask<Page<T>> ToPageAsync<T>(
        this IQueryable<T> query, PagingArguments arguments, Expression<Func<T, T>>? selector, CancellationToken cancellationToken)
    {
        // What is selected does not hide what the items are sorted by.
        if (selector is null && query.Expression is MethodCallExpression { Method.Name: nameof(Queryable.Select), Arguments: [var whole, UnaryExpression quoted] }
            && quoted.Operand is Expression<Func<T, T>> selected)
        {
            (query, selector) = (query.Provider.CreateQuery<T>(whole), selected);
        }

        var order = KeysetOrder<T>.Of(query);
        var asked = query;
        if (arguments.After is { } after) asked = asked.Where(order.Beyond(after, isAfter: true));
        if (arguments.Before is { } before) asked = asked.Where(order.Beyond(before, isAfter: false));

        var isBackward = arguments is { First: null, Last: not null };
        var size = arguments.First ?? arguments.Last;
        if (isBackward) asked = asked.Reverse();
        if (size is { } wanted) asked = asked.Take(wanted + 1);

        var rows = await Rows.ReadAsync(asked.Select(order.WithKeys(selector)), cancellationToken);
        var hasMore = rows.Count > size;
        if (hasMore) rows.RemoveAt(rows.Count - 1);
        if (isBackward) rows.Reverse();
        return new(
            [.. rows.Select(row => row.Item)],
            [.. rows.Select(row => KeysetCursor.Encode(row.Keys))],
            hasNextPage: isBackward ? arguments.Before is not null : hasMore,
            hasPreviousPage: isBackward ? hasMore : arguments.After is not null,
            totalCount: arguments.IncludeTotalCount ? await Rows.CountAsync(query, cancellationToken) : null);
    }
}
