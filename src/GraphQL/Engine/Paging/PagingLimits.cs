using Investr.GraphQL.Execution;

namespace Investr.GraphQL.Paging;

/// <summary>The page sizes of a connection, and the check of what a client asks for. Its four arguments are the field's first.</summary>
internal sealed record PagingLimits(int DefaultPageSize, int MaxPageSize)
{
    /// <exception cref="GraphQLException">The page asked for is too large, negative, or both from the front and the back.</exception>
    public static PagingArguments Read(PagingLimits limits, ResolverFrame frame, object?[] arguments)
    {
        var asked = new PagingArguments(
            Given<int?>(arguments[0]), Given<string>(arguments[1]), Given<int?>(arguments[2]), Given<string>(arguments[3]));
        limits.Check(asked);
        if (frame.Plan is { } plan) asked = asked with { IncludeTotalCount = plan.Selection.Selects(plan.Definition.Type.Named, "totalCount") };
        return asked is { First: null, Last: null } ? asked with { First = limits.DefaultPageSize } : asked;
    }

    private void Check(PagingArguments asked)
    {
        if (asked is { First: not null, Last: not null })
            throw Refused("Only one of `first` and `last` can be given.", ErrorCodes.InvalidValue);
        if ((asked.First ?? asked.Last) is not { } size) return;
        if (size < 0)
            throw Refused($"`{(asked.First is null ? "last" : "first")}` must not be negative.", ErrorCodes.InvalidValue);
        if (size > MaxPageSize)
        {
            throw Refused(
                $"The maximum allowed items per page were exceeded: {size} asked for, {MaxPageSize} allowed.", ErrorCodes.MaxPageSize);
        }
    }

    private static T? Given<T>(object? value) => ReferenceEquals(value, Types.Missing.Value) ? default : (T?)value;

    private static GraphQLException Refused(string message, string code) => new(new GraphQLError(message) { Code = code });
}
