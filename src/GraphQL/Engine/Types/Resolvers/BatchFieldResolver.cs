using System.Collections;
using System.Reflection;
using Investr.GraphQL.Execution;

namespace Investr.GraphQL.Types.Resolvers;

/// <summary>Answers a field of many objects with one call: each object waits until nothing else can run, then for its place in the
/// results.</summary>
/// <param name="invoker">The method; the parents are its last value.</param>
/// <param name="parent">The type of the objects.</param>
/// <param name="taskResult">What the method's task gives; null where it gives no task.</param>
/// <param name="convert">Makes of a result what is written; null where it is that.</param>
internal sealed class BatchFieldResolver(ResolverMethod invoker, Type parent, Type? taskResult, Func<object?, object?>? convert) : TaskResolver
{
    private readonly Func<object?, Task<object?>> _await = taskResult is null
        ? Task.FromResult
        : typeof(BatchFieldResolver).GetMethod(nameof(AwaitAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(taskResult).CreateDelegate<Func<object?, Task<object?>>>();

    public override Task Resolve(ResolverFrame frame) => frame.GetService<SiblingBatches>().Add(this, frame);

    public override object? ResultOf(Task task)
    {
        var value = ((Task<object?>)task).Result;
        return convert is null ? value : convert(value);
    }

    /// <summary>Calls the method for all parents.</summary>
    /// <exception cref="InvalidOperationException">It gives another number of results than there are parents.</exception>
    public async Task<IReadOnlyList<object?>> AnswerAsync(ResolverFrame frame, object?[] arguments, object?[] parents)
    {
        var found = await _await(invoker.Invoke(frame, [.. arguments, parents])).ConfigureAwait(false);
        object?[] results = found is IEnumerable list ? [.. list] : [];
        return results.Length == parents.Length
            ? results
            : throw new InvalidOperationException($"{invoker.Method.Name} gave {results.Length} results for {parents.Length} objects of {parent.Name}.");
    }

    private static async Task<object?> AwaitAsync<T>(object? task) => task is null ? null : await ((Task<T>)task).ConfigureAwait(false);
}
