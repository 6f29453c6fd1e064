using Investr.GraphQL.Execution.Planning;

namespace Investr.GraphQL.Execution;

/// <summary>Where in the response the executor is: kept as numbers, made into a path only for an error or a context that asks.</summary>
internal sealed class PathStack
{
    private Level[] _levels = new Level[32];
    private Node[] _nodes = new Node[64];
    private int _nodeCount;
    private int _base = -1;

    public int Depth { get; private set; }

    /// <summary>Goes down into an object's fields; the depth before is given back.</summary>
    public int Push(SelectionPlan selection)
    {
        if (Depth == _levels.Length) Array.Resize(ref _levels, Depth * 2);
        _levels[Depth].Selection = selection;
        return Depth++;
    }

    /// <summary>Goes down into a list's items; the depth before is given back.</summary>
    public int PushList()
    {
        if (Depth == _levels.Length) Array.Resize(ref _levels, Depth * 2);
        _levels[Depth].Selection = null;
        return Depth++;
    }

    /// <summary>Goes to the field or item of a number.</summary>
    public void MoveTo(int index)
    {
        ref var level = ref _levels[Depth - 1];
        level.Index = index;
        level.Node = -1;
    }

    public void PopTo(int depth) => Depth = depth;

    /// <summary>Keeps the present place, so that <see cref="Restore"/> can come back to it.</summary>
    public int Keep()
    {
        var kept = Depth;
        while (kept > 0 && _levels[kept - 1].Node < 0) kept--;

        var node = kept > 0 ? _levels[kept - 1].Node : _base;
        for (; kept < Depth; kept++)
        {
            ref var level = ref _levels[kept];
            node = level.Node = Add(new(node, level.Selection, level.Index));
        }

        return node;
    }

    public void Restore(int node) => (_base, Depth) = (node, 0);

    public void Clear()
    {
        Array.Clear(_levels);
        Array.Clear(_nodes, 0, _nodeCount);
        (_nodeCount, _base, Depth) = (0, -1, 0);
        if (_nodes.Length > 4096) _nodes = new Node[64];
    }

    /// <summary>The field that is being answered: the innermost one.</summary>
    public FieldPlan Field()
    {
        for (var at = Keep(); at >= 0; at = _nodes[at].Parent)
        {
            if (_nodes[at].Selection is { } selection) return selection.Fields[_nodes[at].Index];
        }

        throw new InvalidOperationException("No field is being answered.");
    }

    /// <summary>The present place, as names and indexes.</summary>
    public FieldPath ToPath() => Here()!;

    /// <summary>The present place; null at the response's root.</summary>
    public FieldPath? Here() => At(Keep());

    /// <summary>A place that was kept; null for the response's root.</summary>
    public FieldPath? At(int at)
    {
        if (at < 0) return null;
        var node = _nodes[at];
        return new(At(node.Parent), node.Selection?.Fields[node.Index].ResponseName, node.Selection is null ? node.Index : 0);
    }

    /// <summary>The present place as numbers, which sort places as the response shows them.</summary>
    public int[] ToOrder()
    {
        var order = new List<int>();
        for (var at = Keep(); at >= 0; at = _nodes[at].Parent) order.Add(_nodes[at].Index);
        order.Reverse();
        return [.. order];
    }

    private int Add(Node node)
    {
        if (_nodeCount == _nodes.Length) Array.Resize(ref _nodes, _nodeCount * 2);
        _nodes[_nodeCount] = node;
        return _nodeCount++;
    }

    private struct Level
    {
        public SelectionPlan? Selection;
        public int Index;
        public int Node;
    }

    private readonly record struct Node(int Parent, SelectionPlan? Selection, int Index);
}
