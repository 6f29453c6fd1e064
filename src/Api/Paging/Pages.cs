using Investr.Application;
using Investr.GraphQL;

namespace Investr.Api.Paging;

/// <summary>Between the application's pages and the schema's connections.</summary>
internal static class Pages
{
    public static PageRequest ToRequest(this PagingArguments arguments) => new(arguments.First, arguments.After, arguments.Last, arguments.Before);

    public static Connection<T> ToConnection<T>(this Application.Page<T> page) => new(
        [.. page.Items.Select(item => new Edge<T>(item.Item, item.Cursor))],
        new(
            page.HasNext,
            page.HasPrevious,
            page.Items.Count == 0 ? null : page.Items[0].Cursor,
            page.Items.Count == 0 ? null : page.Items[^1].Cursor),
        page.TotalCount);
}
