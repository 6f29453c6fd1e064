using System.Collections;

namespace Investr.GraphQL;

/// <summary>A page of a list, as a provider cut it: <see cref="QueryPaging.ToPageAsync{T}(IQueryable{T}, PagingArguments, CancellationToken)"/>.</summary>
/// <remarks>A [UsePaging] method may return one.</remarks>
public sealed class Page<T> : IReadOnlyList<T>, IPage
{
    private readonly IReadOnlyList<string> _cursors;

    internal Page(IReadOnlyList<T> items, IReadOnlyList<string> cursors, bool hasNextPage, bool hasPreviousPage, int? totalCount)
    {
        (Items, _cursors, HasNextPage, HasPreviousPage, TotalCount) = (items, cursors, hasNextPage, hasPreviousPage, totalCount);
    }

    /// <summary>A page without items, of a list that has none.</summary>
    public static Page<T> Empty { get; } = new([], [], hasNextPage: false, hasPreviousPage: false, totalCount: 0);

    /// <summary>The items in the order of the list.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>Whether there are items behind the page. Of a page that was asked for from the back: whether it has a <c>before</c>.</summary>
    public bool HasNextPage { get; }

    /// <summary>Whether there are items in front of it. Of a page that was asked for from the front: whether it has an <c>after</c>.</summary>
    public bool HasPreviousPage { get; }

    /// <summary>How many items the whole list has; null where nobody asked.</summary>
    public int? TotalCount { get; }

    /// <inheritdoc/>
    public int Count => Items.Count;

    /// <inheritdoc/>
    public T this[int index] => Items[index];

    /// <summary>A page that was made in another way.</summary>
    /// <param name="items">The items.</param>
    /// <param name="hasNextPage">Whether there are items behind it.</param>
    /// <param name="hasPreviousPage">Whether there are items in front of it.</param>
    /// <param name="createCursor">The cursor of an item.</param>
    /// <param name="totalCount">How many items the whole list has; null where it was not counted.</param>
    public static Page<T> Create(
        IReadOnlyList<T> items, bool hasNextPage, bool hasPreviousPage, Func<T, string> createCursor, int? totalCount = null) =>
        new(items, [.. items.Select(createCursor)], hasNextPage, hasPreviousPage, totalCount);

    /// <summary>The cursor of the item at a place of the page.</summary>
    public string CreateCursor(int index) => _cursors[index];

    /// <summary>The page as a connection.</summary>
    public Connection<T> ToConnection()
    {
        var info = new ConnectionPageInfo(HasNextPage, HasPreviousPage, Count == 0 ? null : _cursors[0], Count == 0 ? null : _cursors[^1]);
        return new([.. Items.Zip(_cursors, (item, cursor) => new Edge<T>(item, cursor))], info, TotalCount ?? Count);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IConnection IPage.ToConnection() => ToConnection();
}

/// <summary>A page whose items' type is not known.</summary>
internal interface IPage
{
    IConnection ToConnection();
}
