using Investr.GraphQL.Execution.Planning;

namespace Investr.GraphQL.Execution.Incremental;

/// <summary>A use of @defer at one object of the response.</summary>
internal sealed class DeferredFragment(DeferUsage usage, FieldPath? path, DeferredFragment? parent) : Pending(path, usage.Label)
{
    public DeferUsage Usage => usage;

    /// <summary>The fragment around it, which is delivered before it; null where there is none.</summary>
    public DeferredFragment? Parent => parent;

    /// <summary>Whether it may still come.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Its parts that no other fragment has brought yet.</summary>
    public List<DeferredPart> Parts { get; } = [];

    /// <summary>How many of its parts are not written yet.</summary>
    public int Awaited { get; set; }

    /// <summary>The fragments inside it.</summary>
    public List<DeferredFragment> Children { get; } = [];
}
