namespace Investr.GraphQL.Execution.Incremental;

/// <summary>Which deferred fragments and streams the client knows of, what they wait for, and what may be told next.</summary>
/// <remarks>The order is graphql-js's: a fragment is announced when the one around it is complete, it is sent whole, and what two of them
/// share is sent once.</remarks>
internal sealed class DeliveryGraph(Execution execution)
{
    private readonly Queue<LaterPart> _waiting = new();
    private readonly Queue<LaterPart> _ended = new();
    private readonly List<ItemStream> _streams = [];
    private readonly HashSet<DeferredFragment> _fragments = [];
    private int _nextId;

    /// <summary>Whether the client waits for something.</summary>
    public bool IsAwaited => _fragments.Count > 0 || _streams.Count > 0;

    /// <summary>Everything that the client waits for.</summary>
    public IEnumerable<Pending> Awaited => _fragments.Cast<Pending>().Concat(_streams);

    /// <summary>Takes in what the first answer left out, and announces it.</summary>
    public void Begin(Part first, Payload payload) => Announce(first, Open(first), payload);

    /// <summary>Begins what may run now; false where nothing was left to begin.</summary>
    public bool BeginWaiting()
    {
        var any = _waiting.Count > 0;
        while (_waiting.TryDequeue(out var part)) execution.Begin(part);
        return any;
    }

    /// <summary>Begins the next items of streams whose last ones have been sent.</summary>
    public void BeginItems()
    {
        foreach (var stream in _streams.Where(stream => stream.IsIdle)) stream.Begin(execution);
    }

    /// <summary>A part is written or has failed.</summary>
    public void Add(LaterPart ended) => _ended.Enqueue(ended);

    /// <summary>Makes news of what has ended; false where nothing had.</summary>
    public bool Tell(Payload payload)
    {
        var any = _ended.Count > 0;
        while (_ended.TryDequeue(out var part)) part.End(this, payload);
        foreach (var stream in _streams.FindAll(stream => stream.IsExhausted && stream.IsIdle)) Complete(stream, payload, []);
        return any;
    }

    /// <summary>Takes in a part of fragments.</summary>
    public void End(DeferredPart part, Payload payload)
    {
        if (part.State == PartState.Failed)
        {
            foreach (var fragment in part.Fragments.Where(_fragments.Contains)) Fail(fragment, part, payload);
            return;
        }

        Open(part);
        foreach (var fragment in part.Fragments.Where(fragment => fragment.IsOpen)) fragment.Awaited--;
        foreach (var fragment in part.Fragments) CompleteIfReady(fragment, payload);
    }

    /// <summary>Takes in what has come of a stream, in the order of its items.</summary>
    public void End(ItemStream stream, Payload payload)
    {
        if (!_streams.Contains(stream)) return;

        while (stream.TakeEnded() is { } item)
        {
            if (item.State == PartState.Failed)
            {
                Complete(stream, payload, item.Errors.Last);
                return;
            }

            payload.AddItem(stream, item);
            Announce(item, Open(item), payload);
        }
    }

    // Fragments and parts that were left out of a part now count; those at places that became null do not.
    private List<DeferredFragment> Open(Part part)
    {
        var outermost = new List<DeferredFragment>();
        foreach (var fragment in part.Begun)
        {
            if (fragment.Parent is null) outermost.Add(fragment);
            else if (fragment.Parent.IsOpen) fragment.Parent.Children.Add(fragment);
            else continue;
            fragment.IsOpen = true;
        }

        foreach (var (place, deferred) in part.Deferred)
        {
            if (execution.IsAlive(place)) Add(deferred);
        }

        return outermost;
    }

    private void Add(DeferredPart part)
    {
        foreach (var fragment in part.Fragments.Where(fragment => fragment.IsOpen))
        {
            fragment.Parts.Add(part);
            fragment.Awaited++;
            if (fragment.IsAnnounced) Want(part);
        }
    }

    private void Want(LaterPart part)
    {
        if (part.State != PartState.Waiting) return;
        part.State = PartState.Running;
        _waiting.Enqueue(part);
    }

    private void Announce(Part part, IEnumerable<DeferredFragment> fragments, Payload payload)
    {
        AnnounceFragments(fragments, payload);
        AnnounceStreams(part, payload);
    }

    // One that has nothing left to bring is passed over for those inside it.
    private void AnnounceFragments(IEnumerable<DeferredFragment> fragments, Payload payload)
    {
        foreach (var fragment in fragments)
        {
            if (fragment.Parts.Count == 0)
            {
                fragment.IsOpen = false;
                AnnounceFragments(fragment.Children, payload);
                continue;
            }

            Announce(fragment, payload);
            _fragments.Add(fragment);
            foreach (var part in fragment.Parts) Want(part);
            if (fragment.Parts.Find(part => part.State == PartState.Failed) is { } failed) Fail(fragment, failed, payload);
            else CompleteIfReady(fragment, payload);
        }
    }

    private void AnnounceStreams(Part part, Payload payload)
    {
        foreach (var (place, stream) in part.Streams)
        {
            if (!execution.IsAlive(place)) continue;

            Announce(stream, payload);
            _streams.Add(stream);
        }
    }

    private void Announce(Pending pending, Payload payload)
    {
        (pending.Id, pending.IsAnnounced) = (_nextId++, true);
        payload.Pending.Add(pending);
    }

    private void CompleteIfReady(DeferredFragment fragment, Payload payload)
    {
        if (fragment.Awaited > 0 || !_fragments.Contains(fragment)) return;

        foreach (var part in fragment.Parts) payload.AddFields(part, fragment);
        Close(fragment, payload, []);
        DeferredPart[] brought = [.. fragment.Parts];
        foreach (var other in brought.SelectMany(part => part.Fragments)) other.Parts.RemoveAll(brought.Contains);
        AnnounceFragments(fragment.Children, payload);
        foreach (var part in brought) AnnounceStreams(part, payload);
    }

    private void Fail(DeferredFragment fragment, Part part, Payload payload)
    {
        Forget(fragment);
        Close(fragment, payload, part.Errors.Last);
    }

    private static void Forget(DeferredFragment fragment)
    {
        fragment.IsOpen = false;
        foreach (var child in fragment.Children) Forget(child);
    }

    private void Close(DeferredFragment fragment, Payload payload, IReadOnlyList<IError> errors)
    {
        _fragments.Remove(fragment);
        (fragment.IsOpen, fragment.IsAnnounced) = (false, false);
        payload.Completed.Add((fragment, errors));
    }

    private void Complete(ItemStream stream, Payload payload, IReadOnlyList<IError> errors)
    {
        _streams.Remove(stream);
        stream.Dispose();
        payload.Completed.Add((stream, errors));
    }
}
