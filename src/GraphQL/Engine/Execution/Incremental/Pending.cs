namespace Investr.GraphQL.Execution.Incremental;

/// <summary>Something that the client is told to expect, under an id, until it is told that it is complete.</summary>
/// <param name="path">Where in the response it belongs; null for its root.</param>
/// <param name="label">What the client calls it; null where it does not.</param>
internal abstract class Pending(FieldPath? path, string? label)
{
    public IReadOnlyList<object> Path { get; } = path?.ToList() ?? [];

    public string? Label => label;

    /// <summary>Its id; -1 while the client does not know of it.</summary>
    public int Id { get; set; } = -1;

    /// <summary>Whether the client waits for it.</summary>
    public bool IsAnnounced { get; set; }
}
