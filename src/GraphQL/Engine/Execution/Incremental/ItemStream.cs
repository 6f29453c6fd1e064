using System.Collections;

namespace Investr.GraphQL.Execution.Incremental;

/// <summary>The items of a list that come after its first answer, some at a time: the next ones are not begun before these are
/// sent.</summary>
internal sealed class ItemStream(IEnumerator items, int first, ListCompletion completion, int path, FieldPath fullPath, string? label)
    : Pending(fullPath, label), IDisposable
{
    private const int Window = 100;

    private readonly Queue<ItemPart> _running = new();
    private int _next = first;

    /// <summary>Where the list is.</summary>
    public int ListPath => path;

    /// <summary>Completes an item.</summary>
    public ListCompletion Completion => completion;

    /// <summary>Whether every item has been begun.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>How many items of the list are sent, those of its own answer among them.</summary>
    public int Sent { get; private set; } = first;

    /// <summary>Whether all that was begun is sent.</summary>
    public bool IsIdle => _running.Count == 0;

    /// <summary>Begins the next items.</summary>
    /// <param name="execution">Runs them.</param>
    public void Begin(Execution execution)
    {
        for (var i = 0; i < Window && TryMoveNext(execution, out var item); i++)
        {
            _running.Enqueue(item);
            execution.Begin(item);
        }
    }

    /// <summary>The next item in order, where it has been written or has failed.</summary>
    public ItemPart? TakeEnded()
    {
        if (!_running.TryPeek(out var item) || item.State is not (PartState.Written or PartState.Failed)) return null;
        if (item.State == PartState.Written) Sent++;
        return _running.Dequeue();
    }

    /// <summary>Lets go of the items that are left.</summary>
    public void Dispose()
    {
        IsExhausted = true;
        _running.Clear();
        (items as IDisposable)?.Dispose();
    }

    private bool TryMoveNext(Execution execution, out ItemPart item)
    {
        item = null!;
        if (IsExhausted) return false;
        try
        {
            IsExhausted = !items.MoveNext();
            if (IsExhausted) return false;
            item = new(this, items.Current, _next++);
        }
        catch (Exception failure) when (!execution.IsGivenUp(failure))
        {
            IsExhausted = true;
            item = new(this, failure, _next);
        }

        return true;
    }
}
