using Investr.GraphQL.Execution;
using Investr.GraphQL.Types.Resolvers;

namespace Investr.GraphQL.Types.Ids;

/// <summary>Fetches the nodes of one type.</summary>
internal sealed class NodeFetcher(GlobalId ids, ResolverMethod invoker, FieldResolver resolver, IReadOnlyList<AuthorizeRule> rules)
{
    /// <summary>The node of a global id; null where the id is malformed, there is none, or the caller may not see it.</summary>
    public async Task<object?> FetchAsync(ResolverFrame frame, string id)
    {
        if (ids.Parse(id) is not { } key || !rules.All(rule => IsMet(rule, frame))) return null;

        var fetched = invoker.Invoke(frame, [key]);
        if (resolver is not TaskResolver task || fetched is not Task pending) return fetched;

        await pending;
        return task.ResultOf(pending);
    }

    private static bool IsMet(AuthorizeRule rule, ResolverFrame frame) =>
        frame.User is { Identity.IsAuthenticated: true } user && (rule.Roles.Count == 0 || rule.Roles.Any(user.IsInRole));
}

/// <summary><c>node(id:)</c></summary>
internal sealed class NodeResolver(IReadOnlyDictionary<string, NodeFetcher> fetchers) : TaskResolver
{
    public override Task? Resolve(ResolverFrame frame) => Fetch(fetchers, frame, (string)frame.Arguments[0]!);

    public override object? ResultOf(Task task) => ((Task<object?>)task).Result;

    public static Task<object?>? Fetch(IReadOnlyDictionary<string, NodeFetcher> fetchers, ResolverFrame frame, string id) =>
        GlobalId.TrySplit(id, out var typeName, out _) && fetchers.TryGetValue(typeName, out var fetcher)
            ? fetcher.FetchAsync(frame, id)
            : null;
}

/// <summary><c>nodes(ids:)</c>: all fetches start side by side, so that loaders join them; one that fails is null, with its error at its place.</summary>
internal sealed class NodesResolver(IReadOnlyDictionary<string, NodeFetcher> fetchers, int limit) : TaskResolver
{
    public override Task? Resolve(ResolverFrame frame)
    {
        var ids = (object?[])frame.Arguments[0]!;
        if (ids.Length > limit)
        {
            var message = $"The maximum allowed nodes were exceeded: {ids.Length} asked for, {limit} allowed.";
            throw new GraphQLException(new GraphQLError(message) { Code = ErrorCodes.LimitExceeded });
        }

        var context = frame.ToContext();
        return AllAsync(context, Array.ConvertAll(ids, id => NodeResolver.Fetch(fetchers, frame, (string)id!)));
    }

    public override object? ResultOf(Task task) => ((Task<object?[]>)task).Result;

    private static async Task<object?[]> AllAsync(ResolverContext context, Task<object?>?[] fetches)
    {
        var nodes = new object?[fetches.Length];
        for (var at = 0; at < fetches.Length; at++)
        {
            if (fetches[at] is not { } fetch) continue;

            try
            {
                nodes[at] = await fetch;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Report(context, at, failure);
            }
        }

        return nodes;
    }

    private static void Report(ResolverContext context, int place, Exception failure)
    {
        var path = new FieldPath(context.Path, null, place).ToList();
        var errors = (failure as GraphQLException)?.Errors
            ?? [new GraphQLError("Unexpected Execution Error") { Code = ErrorCodes.UnexpectedError, Exception = failure }];
        foreach (var error in errors)
        {
            context.ReportError(new GraphQLError(error.Message)
            {
                Code = error.Code,
                Path = path,
                Extensions = error.Extensions,
                Exception = error.Exception,
            });
        }
    }
}
