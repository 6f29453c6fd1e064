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

    private bool IsNamed(object error) => types.Any(type => type.IsInstanceOfType(error));
}
