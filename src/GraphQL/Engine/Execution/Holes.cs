namespace Investr.GraphQL.Execution;

/// <summary>The holes of one execution, in the order in which they were left.</summary>
internal sealed class Holes(Execution execution)
{
    private const int MaxKept = 1024;

    private Hole[] _holes = [];

    public int Count { get; private set; }

    public Hole this[int index] => _holes[index];

    public Hole Add()
    {
        if (Count == _holes.Length) Array.Resize(ref _holes, Math.Max(16, Count * 2));
        return _holes[Count++] ??= new(execution);
    }

    /// <summary>Takes back the holes from a number on: what comes for them is not written.</summary>
    public void DropFrom(int first)
    {
        for (var i = first; i < Count; i++) _holes[i].Dropped = true;
    }

    public void Clear()
    {
        for (var i = 0; i < Count; i++) _holes[i].Clear();
        Count = 0;
        if (_holes.Length > MaxKept) _holes = [];
    }
}
