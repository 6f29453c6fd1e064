using System.Linq.Expressions;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Filtering;

/// <summary>What becomes of the items that are asked for.</summary>
internal enum ListEnd
{
    /// <summary>They are the answer.</summary>
    List,

    /// <summary>A page of them is.</summary>
    Page,

    /// <summary>The first of them is.</summary>
    First,

    /// <summary>The only one of them is.</summary>
    Single,
}

/// <summary>A query that is still to be cut into a page.</summary>
internal sealed record UncutQuery<T>(IQueryable<T> Items, Expression<Func<T, T>>? Selector);

/// <summary>Puts what a request asks to the list that a resolver finds, and gives the items that are left. A provider's query is asked by the
/// provider.</summary>
internal sealed class ListQueryResolver<T>(FieldResolver inner, ListQuery query, Func<object?, object?>? convert) : TaskResolver
{
    public override Task Resolve(ResolverFrame frame) => AskAsync(frame, query.Read<T>(frame, frame.Arguments), frame.RequestAborted);

    public override object? ResultOf(Task task)
    {
        var found = ((Task<object?>)task).Result;
        return convert is null ? found : convert(found);
    }

    private async Task<object?> AskAsync(ResolverFrame frame, ListDemand<T> demand, CancellationToken cancellationToken) =>
        await inner.FindAsync(frame) switch
        {
            null => null,
            IQueryable<T> items and not EnumerableQuery<T> => await EndAsync(query.Ask(items, demand), demand.Selector, cancellationToken),
            var items => End([.. query.Ask((IEnumerable<T>)items, demand)]),
        };

    private async ValueTask<object?> EndAsync(IQueryable<T> items, Expression<Func<T, T>>? selector, CancellationToken cancellationToken)
    {
        if (query.End == ListEnd.Page) return new UncutQuery<T>(items, selector);

        if (query.End == ListEnd.First) items = items.Take(1);
        if (query.End == ListEnd.Single) items = items.Take(2);
        return End(await Rows.ReadAsync(selector is null ? items : items.Select(selector), cancellationToken));
    }

    private object? End(List<T> items) => query.End switch
    {
        ListEnd.First => items.Count == 0 ? null : items[0],
        ListEnd.Single => items.Count switch
        {
            0 => null,
            1 => items[0],
            _ => throw new GraphQLException("There is more than one such item."),
        },
        _ => items,
    };
}
