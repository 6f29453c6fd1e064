namespace Investr.GraphQL.Execution;

/// <summary>What is ready to run, posted from any thread and taken by the loop alone: a list without locks or allocations.</summary>
internal sealed class ReadyQueue
{
    private static readonly ReadyItem Closed = new ClosedMark();

    private ReadyItem? _last;

    /// <summary>Adds an item; false where nobody will take it any more.</summary>
    public bool TryPost(ReadyItem item)
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            if (last == Closed) return false;
            item.Next = last;
            if (Interlocked.CompareExchange(ref _last, item, last) == last) return true;
        }
    }

    /// <summary>Takes all items, the oldest first.</summary>
    public ReadyItem? TakeAll() => Reversed(Interlocked.Exchange(ref _last, null));

    /// <summary>Takes all items and refuses further ones.</summary>
    public ReadyItem? Close() => Reversed(Interlocked.Exchange(ref _last, Closed));

    private static ReadyItem? Reversed(ReadyItem? last)
    {
        ReadyItem? first = null;
        while (last is not null)
        {
            var before = last.Next;
            (last.Next, first, last) = (first, last, before);
        }

        return first;
    }

    private sealed class ClosedMark : ReadyItem
    {
        public override void Run()
        {
        }

        public override void Abandon()
        {
        }
    }
}
