namespace Investr.GraphQL.Types;

/// <summary>One thing that is wrong with a schema.</summary>
/// <param name="Coordinate">Where: the schema coordinate (<c>Query.portfolio(id:)</c>), or the C# member where there is none yet.</param>
/// <param name="Message">What, and what to do.</param>
public sealed record SchemaFault(string Coordinate, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Coordinate}: {Message}";
}

/// <summary>A schema that cannot be served, with everything that is wrong with it.</summary>
public sealed class SchemaException(IReadOnlyList<SchemaFault> faults)
    : Exception($"The schema is not valid:{string.Concat(faults.Select(fault => $"\n- {fault}"))}")
{
    /// <summary>The faults, in the order in which they were found.</summary>
    public IReadOnlyList<SchemaFault> Faults { get; } = faults;
}
