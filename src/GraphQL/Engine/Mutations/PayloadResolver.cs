using Investr.GraphQL.Execution;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Mutations;

/// <summary>What a mutation came to: its result, or the errors that it tells.</summary>
internal sealed record MutationPayload(object? Result, IReadOnlyList<object>? Errors);

/// <summary>Runs a mutation and turns the errors that it returns, and the exceptions that it names, into its payload's. Any other exception goes its way.</summary>
internal sealed class PayloadResolver(FieldResolver inner, NamedErrors errors, Func<object?, object?>? convert) : TaskResolver
{
    public override Task Resolve(ResolverFrame frame) => RunAsync(frame);

    public override object? ResultOf(Task task) => ((Task<MutationPayload>)task).Result;

    private async Task<MutationPayload> RunAsync(ResolverFrame frame)
    {
        try
        {
            return Payload(await inner.FindAsync(frame));
        }
        catch (Exception thrown) when (errors.Of(thrown) is { } told)
        {
            return new(Result: null, told);
        }
    }

    // Any other value was converted by the resolver that found it.
    private MutationPayload Payload(object? value) => value switch
    {
        FieldResult { Errors: { } told } => new(Result: null, errors.Checked(told)),
        FieldResult result => new(convert is null ? result.Value : convert(result.Value), Errors: null),
        _ => new(value, Errors: null),
    };
}
