namespace Investr.GraphQL;

/// <summary>The four paging arguments as the client gave them, checked against the field's limits.</summary>
public readonly record struct PagingArguments(int? First, string? After, int? Last, string? Before);

/// <summary>One page of a list.</summary>
public sealed class Connection<T>(IReadOnlyList<Edge<T>> edges, ConnectionPageInfo pageInfo, int totalCount)
{
    /// <summary>A list of edges.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; } = edges;

    /// <summary>The edges' items.</summary>
    public IReadOnlyList<T> Nodes { get; } = [.. edges.Select(edge => edge.Node)];

    /// <summary>Where the page stands in the list.</summary>
    public ConnectionPageInfo PageInfo { get; } = pageInfo;

    /// <summary>How many items the whole list has.</summary>
    public int TotalCount { get; } = totalCount;
}

/// <summary>An item of a page with its place in the list.</summary>
public sealed record Edge<T>(T Node, string Cursor);

/// <summary>Where a page stands in its list.</summary>
[GraphQLName("PageInfo")]
public sealed record ConnectionPageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>A value that tells what was left out from what was null.</summary>
public readonly record struct Optional<T>(T? Value, bool HasValue)
{
    /// <summary>A value that was given.</summary>
    public static implicit operator Optional<T>(T? value) => new(value, true);
}
