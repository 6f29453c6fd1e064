namespace Investr.GraphQL.Mutations;

/// <summary>The errors that a mutation names.</summary>
internal sealed class NamedErrors(IReadOnlyList<Type> types, IReadOnlyList<Func<Exception, IReadOnlyList<object>?>> carried)
{
    /// <summary>What an exception tells as the payload's errors; null where the mutation does not name all of it.</summary>
    public IReadOnlyList<object>? Of(Exception thrown)
    {
        if (IsNamed(thrown)) return [thrown];

        IReadOnlyList<object> told = thrown switch
        {
            IPayloadErrors carrier => carrier.PayloadErrors,
            AggregateException several => [.. several.InnerExceptions.SelectMany(inner => Of(inner) ?? [inner])],
            _ => carried.Select(errors => errors(thrown)).FirstOrDefault(errors => errors is not null) ?? [],
        };
        return told.Count > 0 && told.All(IsNamed) ? told : null;
    }

    /// <summary>Errors that a mutation returned.</summary>
    /// <exception cref="InvalidOperationException">One of them is not named.</exception>
    public IReadOnlyList<object> Checked(IReadOnlyList<object> told) => told.FirstOrDefault(error => !IsNamed(error)) is { } stranger
        ? throw new InvalidOperationException($"The mutation returned a {stranger.GetType().Name}, which no [Error] of it names.")
        : told;

    private bool IsNamed(object error) => types.Any(type => type.IsInstanceOfType(error));
}
