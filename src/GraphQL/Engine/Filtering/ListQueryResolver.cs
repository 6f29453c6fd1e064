using Investr.GraphQL.Execution;
using Investr.GraphQL.Sorting;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Filtering;

/// <summary>Puts a request's conditions and order to the list that a resolver finds, and gives the items that are left.</summary>
internal sealed class ListQueryResolver<T>(FieldResolver inner, ListQuery query, Func<object?, object?>? convert) : TaskResolver
{
    public override Task Resolve(ResolverFrame frame) =>
        AskAsync(frame, query.Where(frame.Arguments), query.Order(frame.Arguments), frame.RequestAborted);

    public override object? ResultOf(Task task)
    {
        var items = ((Task<List<T>?>)task).Result;
        return convert is null ? items : convert(items);
    }

    private async Task<List<T>?> AskAsync(ResolverFrame frame, Filter? where, IReadOnlyList<SortKey> order, CancellationToken cancellationToken)
    {
        return await inner.FindAsync(frame) switch
        {
            null => null,
            IQueryable<T> items and not EnumerableQuery<T> => await ReadAsync(query.Ask(items, where, order), cancellationToken),
            var items => [.. query.Ask((IEnumerable<T>)items, where, order)],
        };
    }

    // Entity Framework's queries can be read without holding a thread.
    private static async ValueTask<List<T>> ReadAsync(IQueryable<T> items, CancellationToken cancellationToken)
    {
        if (items is not IAsyncEnumerable<T> later) return [.. items];

        var read = new List<T>();
        await foreach (var item in later.WithCancellation(cancellationToken)) read.Add(item);
        return read;
    }
}
