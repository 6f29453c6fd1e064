using Investr.GraphQL.Execution.Incremental;
using Investr.GraphQL.Execution.Planning;

namespace Investr.GraphQL.Execution;

/// <summary>Something that the executor's loop must do next.</summary>
internal abstract class ReadyItem
{
    /// <summary>The item that was posted before it.</summary>
    public ReadyItem? Next { get; set; }

    /// <summary>Does it, on the loop.</summary>
    public abstract void Run();

    /// <summary>Does what must be done even though the execution has been given up.</summary>
    public abstract void Abandon();
}

/// <summary>A place in the response that a value is still to come for. Pooled with its execution, so that waiting costs no
/// allocation.</summary>
internal sealed class Hole : ReadyItem
{
    private readonly Execution _execution;
    private readonly Action _onCompleted;

    public Hole(Execution execution)
    {
        _execution = execution;
        _onCompleted = () => _execution.Post(this);
    }

    public FieldPlan Field { get; private set; } = null!;

    /// <summary>What it waits for; null where the field itself is still to be resolved.</summary>
    public Task? Task { get; private set; }

    /// <summary>The object whose field it is, where the field is still to be resolved.</summary>
    public object? Parent { get; private set; }

    /// <summary>Where in the buffer its bytes belong.</summary>
    public int Position { get; private set; }

    /// <summary>Its path.</summary>
    public int Path { get; private set; }

    /// <summary>The nearest place around it that may be null; -1 while that place is not written to its end.</summary>
    public int Scope { get; set; }

    /// <summary>What it is filled for; null where the answer comes whole.</summary>
    public Delivery? Delivery { get; set; }

    /// <summary>Whether the place around it has been taken back.</summary>
    public bool Dropped { get; set; }

    /// <summary>Where its own bytes are, and the holes in them.</summary>
    public Slice Slice { get; set; }

    /// <summary>Makes it wait for a resolver's task.</summary>
    public void Await(FieldPlan field, Task task, int position, int path)
    {
        Begin(field, position, path);
        Task = task;
        task.GetAwaiter().UnsafeOnCompleted(_onCompleted);
    }

    /// <summary>Makes it wait for leave to resolve the field; null where the executor itself gives it.</summary>
    public void AwaitTurn(FieldPlan field, object? parent, Task? turn, int position, int path)
    {
        Begin(field, position, path);
        Parent = parent;
        turn?.GetAwaiter().UnsafeOnCompleted(_onCompleted);
    }

    /// <summary>Makes it a place where nothing will stand: what was left out there is delivered by itself.</summary>
    public void LeaveOut(int position, int path) => Begin(null!, position, path);

    public override void Run() => _execution.FillAwaited(this);

    public override void Abandon()
    {
    }

    public void Clear() => (Field, Task, Parent, Delivery) = (null!, null, null, null);

    private void Begin(FieldPlan field, int position, int path) =>
        (Field, Task, Parent, Position, Path, Scope, Dropped, Slice) = (field, null, null, position, path, -1, false, default);
}

/// <summary>Bytes that were written in one go, and the holes that were left in them.</summary>
internal readonly record struct Slice(int Start, int End, int FirstHole, int EndHole);
