using Investr.Application;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Paging;

internal static class PagedQuery
{
    private const int PageSize = 50;

    /// <summary>One part of a list, and how long the whole list is: two statements.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(
        this IQueryable<T> list, PageRequest request, Keyset<T> order, CancellationToken cancellationToken)
    {
        var backwards = request.First is null && request.Last is not null;
        var size = request.First ?? request.Last ?? PageSize;

        var rest = list;
        if (request.After is { } after) rest = order.Beyond(rest, after, "after", backwards: false);
        if (request.Before is { } before) rest = order.Beyond(rest, before, "before", backwards: true);

        // One more than asked for tells whether the list goes on.
        var found = await order.Sorted(rest, backwards).Take(size + 1).ToListAsync(cancellationToken);
        var goesOn = found.Count > size;
        if (goesOn) found.RemoveAt(size);
        if (backwards) found.Reverse();

        return new(
            [.. found.Select(item => new PageItem<T>(item, order.CursorOf(item)))],
            HasNext: backwards ? request.Before is not null : goesOn,
            HasPrevious: backwards ? goesOn : request.After is not null,
            TotalCount: await list.CountAsync(cancellationToken));
    }
}
