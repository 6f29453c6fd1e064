using Investr.GraphQL.Execution;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Mutations;

/// <summary>What a mutation came to: its result, or the errors that it tells.</summary>
internal sealed record MutationPayload(object? Result, IReadOnlyList<object>? Errors);

/// <summary>Runs a mutation and turns the exceptions that it names into its payload's errors. Any other exception goes its way.</summary>
internal sealed class PayloadResolver(FieldResolver inner, NamedErrors errors) : TaskResolver
{
    public override Task Resolve(ResolverFrame frame) => RunAsync(frame);

    public override object? ResultOf(Task task) => ((Task<MutationPayload>)task).Result;

    private async Task<MutationPayload> RunAsync(ResolverFrame frame)
    {
        try
        {
            if (inner is not TaskResolver resolver) return new(((ValueResolver)inner).Resolve(frame), Errors: null);
            if (resolver.Resolve(frame) is not { } task) return new(Result: null, Errors: null);

            await task;
            return new(resolver.ResultOf(task), Errors: null);
        }
        catch (Exception thrown) when (errors.Of(thrown) is { } told)
        {
            return new(Result: null, told);
        }
    }
}
