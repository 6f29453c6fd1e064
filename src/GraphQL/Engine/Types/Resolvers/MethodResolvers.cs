using Investr.GraphQL.Execution;

namespace Investr.GraphQL.Types.Resolvers;

/// <summary>A method whose value is there when it returns.</summary>
internal sealed class MethodValueResolver(ResolverMethod invoker, Func<object?, object?>? convert) : ValueResolver
{
    public override bool IsSameForAll => invoker.IsSameForAll;

    public override object? Resolve(ResolverFrame frame)
    {
        var value = invoker.Invoke(frame);
        return convert is null ? value : convert(value);
    }
}

/// <summary>A method that gives a task.</summary>
internal sealed class MethodTaskResolver<T>(ResolverMethod invoker, Func<object?, object?>? convert) : TaskResolver
{
    public override bool IsSameForAll => invoker.IsSameForAll;

    public override Task? Resolve(ResolverFrame frame) => (Task?)invoker.Invoke(frame);

    public override object? ResultOf(Task task)
    {
        var value = ((Task<T>)task).Result;
        return convert is null ? value : convert(value);
    }
}
