namespace Investr.GraphQL.Execution.Incremental;

/// <summary>Some of the response that is written for itself, with errors and null propagation of its own: the first answer, the fields of
/// deferred fragments, an item of a stream.</summary>
internal abstract class Part(ErrorCollector errors)
{
    /// <summary>What went wrong in it.</summary>
    public ErrorCollector Errors => errors;

    /// <summary>The place that becomes null when a null goes all the way up through it.</summary>
    public int Scope { get; set; }

    /// <summary>Where its bytes are.</summary>
    public Slice Slice { get; set; }

    /// <summary>How many of its values are still to come.</summary>
    public int Awaited { get; set; }

    /// <summary>How far it is.</summary>
    public PartState State { get; set; }

    /// <summary>The deferred fragments that begin in it.</summary>
    public List<DeferredFragment> Begun { get; } = [];

    /// <summary>The fields that were left out of it, and where.</summary>
    public List<(Hole Place, DeferredPart Part)> Deferred { get; } = [];

    /// <summary>The items that were left out of it, and where.</summary>
    public List<(Hole Place, ItemStream Stream)> Streams { get; } = [];
}

/// <summary>How far a part is.</summary>
internal enum PartState
{
    /// <summary>Nobody waits for it yet.</summary>
    Waiting,

    /// <summary>It is being written.</summary>
    Running,

    /// <summary>It is written.</summary>
    Written,

    /// <summary>It came to nothing: its last errors say why.</summary>
    Failed,
}

/// <summary>The first answer.</summary>
internal sealed class FirstPart(ErrorCollector errors) : Part(errors);

/// <summary>A part that is written after the first answer.</summary>
internal abstract class LaterPart(ErrorCollector errors) : Part(errors)
{
    /// <summary>Where in the response it belongs.</summary>
    public abstract int Path { get; }

    /// <summary>What it is written for.</summary>
    public abstract Delivery Delivery { get; }

    /// <summary>Writes it; false where a null goes up through it, with the error told.</summary>
    public abstract bool Write(Execution execution);

    /// <summary>Tells that it is written or has failed.</summary>
    public abstract void End(DeliveryGraph graph, Payload payload);
}
