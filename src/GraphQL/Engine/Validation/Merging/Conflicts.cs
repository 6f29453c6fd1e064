namespace Investr.GraphQL.Validation.Merging;

/// <summary>The conflicts found at one place, as many as are worth finding.</summary>
internal sealed class Conflicts(int most)
{
    private List<Conflict>? _found;

    public IReadOnlyList<Conflict> Found => _found ?? [];

    /// <summary>Whether the search may end.</summary>
    public bool IsFull => _found?.Count >= most;

    public void Add(Conflict conflict)
    {
        if (!IsFull) (_found ??= []).Add(conflict);
    }
}
