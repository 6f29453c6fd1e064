using Investr.GraphQL.Execution;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Paging;

/// <summary>A resolver that pages itself: what it is asked is checked, should it not look.</summary>
internal sealed class CheckedConnectionResolver(FieldResolver inner, PagingLimits limits) : TaskResolver
{
    public override Task? Resolve(ResolverFrame frame)
    {
        PagingLimits.Read(limits, frame.Arguments);
        return inner is TaskResolver task ? task.Resolve(frame) : Task.FromResult(((ValueResolver)inner).Resolve(frame));
    }

    public override object? ResultOf(Task task) => inner is TaskResolver resolver ? resolver.ResultOf(task) : ((Task<object?>)task).Result;
}

/// <summary>A resolver that gives the whole list, of which a page is taken.</summary>
internal sealed class ListConnectionResolver<T>(FieldResolver inner, PagingLimits limits) : TaskResolver
{
    public override Task? Resolve(ResolverFrame frame)
    {
        var arguments = PagingLimits.Read(limits, frame.Arguments);
        return inner is TaskResolver task
            ? PageAsync(task, task.Resolve(frame), arguments)
            : Task.FromResult(Page(((ValueResolver)inner).Resolve(frame), arguments));
    }

    public override object? ResultOf(Task task) => ((Task<Connection<T>?>)task).Result;

    private static async Task<Connection<T>?> PageAsync(TaskResolver resolver, Task? task, PagingArguments arguments)
    {
        if (task is null) return null;

        await task;
        return Page(resolver.ResultOf(task), arguments);
    }

    private static Connection<T>? Page(object? items, PagingArguments arguments) =>
        items is null ? null : Connection.FromList(items as IReadOnlyList<T> ?? [.. (IEnumerable<T>)items], arguments);
}
