using System.Collections;

namespace Investr.GraphQL;

/// <summary>The four paging arguments as the client gave them, checked against the field's limits; <see cref="First"/> is the default page size where neither it nor <see cref="Last"/> was given.</summary>
public readonly record struct PagingArguments(int? First, string? After, int? Last, string? Before)
{
    /// <summary>Whether somebody asks how many items the whole list has.</summary>
    public bool IncludeTotalCount { get; init; }
}

/// <summary>One page of a list.</summary>
public sealed class Connection<T>(IReadOnlyList<Edge<T>> edges, ConnectionPageInfo pageInfo, int totalCount) : IConnection
{
    /// <summary>The page's items with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; } = edges;

    /// <summary>The edges' items.</summary>
    public IReadOnlyList<T> Nodes { get; } = [.. edges.Select(edge => edge.Node)];

    /// <summary>Where the page stands in the list.</summary>
    public ConnectionPageInfo PageInfo { get; } = pageInfo;

    /// <summary>How many items the whole list has.</summary>
    public int TotalCount { get; } = totalCount;

    IEnumerable IConnection.Edges => Edges;

    IEnumerable IConnection.Nodes => Nodes;
}

/// <summary>An item of a page with its place in the list.</summary>
public sealed record Edge<T>(T Node, string Cursor) : IEdge
{
    object? IEdge.Node => Node;
}

/// <summary>Where a page stands in its list.</summary>
[GraphQLName("PageInfo")]
public sealed record ConnectionPageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

/// <summary>A connection whose items' type is not known.</summary>
internal interface IConnection
{
    IEnumerable Edges { get; }

    IEnumerable Nodes { get; }

    ConnectionPageInfo PageInfo { get; }

    int TotalCount { get; }
}

/// <summary>An edge whose item's type is not known.</summary>
internal interface IEdge
{
    object? Node { get; }

    string Cursor { get; }
}
