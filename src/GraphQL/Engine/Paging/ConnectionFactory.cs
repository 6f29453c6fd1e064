namespace Investr.GraphQL;

/// <summary>Makes connections.</summary>
public static class Connection
{
    /// <summary>A page of a list that is in memory; cursors are positions.</summary>
    /// <exception cref="GraphQLException">A cursor is none of ours.</exception>
    public static Connection<T> FromList<T>(IReadOnlyList<T> items, PagingArguments arguments)
    {
        var from = arguments.After is { } after ? Math.Min(Cursor.DecodePosition(after) + 1, items.Count) : 0;
        var to = arguments.Before is { } before ? Math.Clamp(Cursor.DecodePosition(before), from, items.Count) : items.Count;
        if (arguments.First is { } first) to = Math.Min(to, from + first);
        else if (arguments.Last is { } last) from = Math.Max(from, to - last);

        var edges = new Edge<T>[to - from];
        for (var at = from; at < to; at++) edges[at - from] = new(items[at], Cursor.Encode(at));
        var info = new ConnectionPageInfo(
            HasNextPage: to < items.Count, HasPreviousPage: from > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new(edges, info, items.Count);
    }
}
