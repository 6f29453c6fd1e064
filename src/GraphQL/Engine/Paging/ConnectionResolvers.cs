using System.Reflection;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Filtering;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Paging;

/// <summary>A resolver that pages itself: what it is asked is checked, should it not look.</summary>
internal sealed class CheckedConnectionResolver(FieldResolver inner, PagingLimits limits) : TaskResolver
{
    public override Task? Resolve(ResolverFrame frame)
    {
        PagingLimits.Read(limits, frame, frame.Arguments);
        return inner is TaskResolver task ? task.Resolve(frame) : Task.FromResult(((ValueResolver)inner).Resolve(frame));
    }

    public override object? ResultOf(Task task)
    {
        var found = inner is TaskResolver resolver ? resolver.ResultOf(task) : ((Task<object?>)task).Result;
        return found is IPage page ? page.ToConnection() : found;
    }
}

/// <summary>A resolver that gives the whole list or a query, of which a page is taken: of a query by its provider.</summary>
internal sealed class ListConnectionResolver<T>(FieldResolver inner, PagingLimits limits, PropertyInfo? id) : TaskResolver
{
    public override Task Resolve(ResolverFrame frame) => PageAsync(frame, PagingLimits.Read(limits, frame, frame.Arguments), frame.RequestAborted);

    public override object? ResultOf(Task task) => ((Task<Connection<T>?>)task).Result;

    private async Task<Connection<T>?> PageAsync(ResolverFrame frame, PagingArguments arguments, CancellationToken cancellationToken) =>
        await inner.FindAsync(frame) switch
        {
            null => null,
            UncutQuery<T> asked => await CutAsync(asked, arguments, cancellationToken),
            IQueryable<T> items and not EnumerableQuery<T> => await CutAsync(new(items, Selector: null), arguments, cancellationToken),
            var items => Connection.FromList(items as IReadOnlyList<T> ?? [.. (IEnumerable<T>)items], arguments),
        };

    private async Task<Connection<T>> CutAsync(UncutQuery<T> asked, PagingArguments arguments, CancellationToken cancellationToken)
    {
        var items = id is null ? asked.Items : KeysetOrder<T>.Completed(asked.Items, id);
        return (await items.ToPageAsync(arguments, asked.Selector, cancellationToken)).ToConnection();
    }
}
