namespace Investr.GraphQL.Execution.Incremental;

/// <summary>What the client is told in one go.</summary>
internal sealed class Payload
{
    /// <summary>What it is to expect.</summary>
    public List<Pending> Pending { get; } = [];

    /// <summary>What has come of it.</summary>
    public List<Increment> Incremental { get; } = [];

    /// <summary>What is complete; with errors where it came to nothing.</summary>
    public List<(Pending Pending, IReadOnlyList<IError> Errors)> Completed { get; } = [];

    /// <summary>All errors in it.</summary>
    public IReadOnlyList<IError> Errors =>
        [.. Incremental.SelectMany(increment => increment.Errors), .. Completed.SelectMany(completed => completed.Errors)];

    public bool IsEmpty => Incremental.Count == 0 && Completed.Count == 0;

    /// <summary>Brings fields under the announced fragment that is nearest to them.</summary>
    public void AddFields(DeferredPart part, DeferredFragment fragment)
    {
        var nearest = fragment;
        foreach (var other in part.Fragments)
        {
            if (other.IsAnnounced && other.Path.Count > nearest.Path.Count) nearest = other;
        }

        var path = part.FullPath?.ToList() ?? [];
        Incremental.Add(new(nearest, [.. path.Skip(nearest.Path.Count)], IsItems: false, FirstIndex: 0, [part]));
    }

    /// <summary>Brings an item of a stream.</summary>
    public void AddItem(ItemStream stream, ItemPart item)
    {
        if (Incremental.Find(increment => increment.Target == stream) is { } begun) begun.Parts.Add(item);
        else Incremental.Add(new(stream, [], IsItems: true, item.Index, [item]));
    }
}

/// <summary>Fields of one object, or items of one list, which come in its order.</summary>
/// <param name="Target">What they belong to.</param>
/// <param name="SubPath">Where they are, below the path of that.</param>
/// <param name="IsItems">Whether they are items.</param>
/// <param name="FirstIndex">The first item's place in its list.</param>
/// <param name="Parts">The object, or the items.</param>
internal sealed record Increment(Pending Target, IReadOnlyList<object> SubPath, bool IsItems, int FirstIndex, List<Part> Parts)
{
    /// <summary>The errors in them.</summary>
    public IEnumerable<IError> Errors => Parts.SelectMany(part => part.Errors.InOrder());
}
