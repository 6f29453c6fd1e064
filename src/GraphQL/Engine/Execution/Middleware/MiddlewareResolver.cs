using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Middleware;

/// <summary>What a field's middleware stands around.</summary>
/// <param name="Resolver">Finds the value.</param>
/// <param name="Arguments">The resolver's arguments; null where they are the field's.</param>
/// <param name="IsInput">Whether they are the fields of the one input object, as mutation conventions have it.</param>
internal sealed record MiddlewareTarget(FieldResolver Resolver, IReadOnlyList<ArgumentDefinition>? Arguments, bool IsInput);

/// <summary>Sends each call through the field's middleware. The frame is copied first, since a step may wait before it calls the next.</summary>
internal sealed class MiddlewareResolver(
    FieldDelegate pipeline, MiddlewareTarget target, Func<object?, object?>? convert, bool isSameForAll) : TaskResolver
{
    public override bool IsSameForAll => isSameForAll;

    /// <summary>A resolver with steps around it, the first one outermost.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="target">What they stand around.</param>
    /// <param name="convert">Turns the value that comes out into what is written; null where it is.</param>
    /// <param name="isSameForAll">Whether every caller gets the same, steps included.</param>
    public static MiddlewareResolver Around(
        MiddlewareTarget target, IEnumerable<FieldMiddleware> steps, Func<object?, object?>? convert, bool isSameForAll)
    {
        FieldDelegate resolve = static context => ((ResolverContext)context).ResolveAsync();
        return new(steps.Reverse().Aggregate(resolve, (next, step) => step(next)), target, convert, isSameForAll);
    }

    public override Task? Resolve(ResolverFrame frame)
    {
        var context = frame.ToContext();
        context.Enter(target);
        var running = pipeline(context);
        return running.IsCompletedSuccessfully ? Task.FromResult(context.Result) : ResultAsync(running, context);
    }

    public override object? ResultOf(Task task)
    {
        var value = ErrorResults.Checked(((Task<object?>)task).Result);
        return convert is null ? value : convert(value);
    }

    private static async Task<object?> ResultAsync(ValueTask running, ResolverContext context)
    {
        await running;
        return context.Result;
    }
}
