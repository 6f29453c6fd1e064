using Investr.GraphQL.Execution.Planning;

namespace Investr.GraphQL.Execution.Incremental;

/// <summary>Fields of one object that some deferred fragments wait for; answered once, whoever of them comes first.</summary>
internal sealed class DeferredPart : LaterPart
{
    private readonly SelectionPlan _fields;
    private readonly object? _parent;

    public DeferredPart(DeferredFields plan, object? parent, int path, FieldPath? fullPath, Delivery place) : base(new())
    {
        (_fields, _parent, Path, FullPath) = (plan.Fields, parent, path, fullPath);
        Fragments = [.. plan.Fragments.Select(place.FragmentOf)];
        Delivery = new(this, place);
    }

    /// <summary>The fragments that wait for it.</summary>
    public IReadOnlyList<DeferredFragment> Fragments { get; }

    public FieldPath? FullPath { get; }

    public override int Path { get; }

    public override Delivery Delivery { get; }

    public override bool Write(Execution execution) => execution.WriteFields(_fields, _parent);

    public override void End(DeliveryGraph graph, Payload payload) => graph.End(this, payload);
}
