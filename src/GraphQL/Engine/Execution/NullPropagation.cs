namespace Investr.GraphQL.Execution;

/// <summary>What a value began with: where to go back to when it turns out to be null.</summary>
internal readonly record struct Mark(int Position, int Holes, int Scopes, int Depth);

/// <summary>§6.4.4 Handling field errors, for what is not written in one go: which places may be null, and which of them have become
/// so.</summary>
/// <remarks>Within one go, going back to a <see cref="Mark"/> is enough. A scope is made only for a nullable place with a hole in
/// it.</remarks>
internal sealed class NullPropagation(Holes holes)
{
    /// <summary>The scope of the whole data.</summary>
    public const int Root = 0;

    private const int Unknown = -1;
    private const int MaxKept = 1024;

    private Scope[] _scopes = new Scope[16];
    private bool _anyDead;

    public int Count { get; private set; }

    public void Begin()
    {
        if (_scopes.Length > MaxKept) _scopes = new Scope[16];
        (Count, _anyDead) = (0, false);
        Add(default);
        _scopes[Root].Parent = Unknown;
    }

    /// <summary>Makes a scope with nothing around it.</summary>
    public int AddRoot()
    {
        Add(new() { Parent = Unknown });
        return Count - 1;
    }

    /// <summary>Whether the data as a whole has become null.</summary>
    public bool IsRootDead => _scopes[Root].Dead;

    /// <summary>A nullable place has been written from a mark to here, with new holes in it.</summary>
    public void Close(in Mark mark, int end)
    {
        var scope = Count;
        Adopt(mark.Holes, mark.Scopes, scope);
        Add(new() { Start = mark.Position, End = end, Parent = Unknown });
    }

    /// <summary>Gives the holes and scopes since some numbers that have no scope around them the one that they are in.</summary>
    public void Adopt(int firstHole, int firstScope, int scope)
    {
        for (var i = firstHole; i < holes.Count; i++)
        {
            if (holes[i].Scope == Unknown) holes[i].Scope = scope;
        }

        for (var i = firstScope; i < Count; i++)
        {
            if (_scopes[i].Parent == Unknown && i != Root) _scopes[i].Parent = scope;
        }
    }

    /// <summary>The place becomes null, and nothing in it counts any more.</summary>
    public void Kill(int scope)
    {
        _scopes[scope].Dead = true;
        _anyDead = true;
    }

    /// <summary>Whether the place or one around it has become null.</summary>
    public bool IsDead(int scope)
    {
        if (!_anyDead) return false;
        for (; scope != Unknown; scope = _scopes[scope].Parent)
        {
            if (_scopes[scope].Dead) return true;
        }

        return false;
    }

    /// <summary>The outermost place around a scope that has become null; none where nothing has.</summary>
    public (int Start, int End)? OutermostDead(int scope)
    {
        (int, int)? outermost = null;
        if (!_anyDead) return outermost;
        for (; scope != Unknown; scope = _scopes[scope].Parent)
        {
            if (_scopes[scope].Dead) outermost = (_scopes[scope].Start, _scopes[scope].End);
        }

        return outermost;
    }

    private void Add(Scope scope)
    {
        if (Count == _scopes.Length) Array.Resize(ref _scopes, Count * 2);
        _scopes[Count++] = scope;
    }

    private struct Scope
    {
        public int Start;
        public int End;
        public int Parent;
        public bool Dead;
    }
}
