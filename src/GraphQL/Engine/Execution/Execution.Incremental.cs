using System.Collections;
using System.Runtime.CompilerServices;
using Investr.GraphQL.Execution.Incremental;
using Investr.GraphQL.Execution.Planning;

namespace Investr.GraphQL.Execution;

/// <summary>What @defer and @stream put off: a hole of no width in the first answer, a part of its own after it. The parts that may run
/// then run side by side, so that their loaders' keys meet in the same batches.</summary>
internal sealed partial class Execution
{
    private readonly List<ItemStream> _streams = [];
    private Delivery? _delivery;
    private DeliveryGraph? _graph;

    /// <summary>Whether payloads follow the first answer.</summary>
    public bool HasMore => _graph is { IsAwaited: true };

    /// <summary>Leaves the items of a list to a stream.</summary>
    public void LeaveStream(StreamPlan plan, IEnumerator items, int first, ListCompletion completion)
    {
        var (hole, path) = LeaveOut();
        var stream = new ItemStream(items, first, completion, path, Path.At(path)!, plan.Label);
        _delivery!.Part.Streams.Add((hole, stream));
        _streams.Add(stream);
    }

    /// <summary>Whether the place that something was left out of is still there.</summary>
    public bool IsAlive(Hole place) => !place.Dropped && !Nulls.IsDead(place.Scope);

    /// <summary>Writes as much of a part as is there.</summary>
    public void Begin(LaterPart part)
    {
        part.State = PartState.Running;
        part.Scope = Nulls.AddRoot();
        Enter(part.Delivery);
        var mark = BeginSlice(part.Path);
        part.Slice = EndSlice(mark, part.Scope, part.Write(this));
        EndIfReady(part);
    }

    /// <summary>The next payload, as soon as there is one. Between payloads nothing runs but what is under way.</summary>
    /// <exception cref="OperationCanceledException">The client has gone, or the time is up.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<OperationResult> NextAsync()
    {
        ThrowIfGivenUp();
        var payload = new Payload();
        _graph!.BeginItems();
        while (!AdvanceTo(payload))
        {
            await _signal.WaitAsync();
            ThrowIfGivenUp();
        }

        return Assemble(payload, HasMore);
    }

    /// <summary>The last payload: nothing that the client still waits for will come.</summary>
    public OperationResult GiveUp(IError reason)
    {
        var payload = new Payload();
        foreach (var pending in _graph!.Awaited) payload.Completed.Add((pending, [reason]));
        return Assemble(payload, hasNext: false);
    }

    /// <summary>Ends the work from outside, as if the client had gone.</summary>
    public void Stop() => _deadline.Stop();

    private OperationResult Assemble(Payload payload, bool hasNext) =>
        ResponseAssembly.Assemble(Writer, _holes, Nulls, payload, hasNext, _request.Incremental);

    private void BeginDelivery()
    {
        if (_plan.IsIncremental) _delivery = new(new FirstPart(_errors));
    }

    /// <summary>What is announced with the first answer; null where nothing was left out of it.</summary>
    private Payload? Announce()
    {
        if (_delivery is null) return null;

        var payload = new Payload();
        _graph = new(this);
        _graph.Begin(_delivery.Part, payload);
        return HasMore ? payload : null;
    }

    private void EndDelivery()
    {
        foreach (var stream in _streams) stream.Dispose();
        _streams.Clear();
        (_delivery, _graph) = (null, null);
    }

    /// <summary>Goes on until something can be told; false where it must wait.</summary>
    private bool AdvanceTo(Payload payload)
    {
        while (true)
        {
            _signal.Reset();
            while (_ready.TakeAll() is { } item) RunAll(item);
            if (_graph!.BeginWaiting() | _graph.Tell(payload)) continue;

            var isDispatched = _batches.DispatchAll();
            if (!payload.IsEmpty) return true;
            if (!isDispatched) return false;
        }
    }

    private bool WriteDeferring(SelectionPlan selection, DeferPlan deferred, object? parent)
    {
        var outer = _delivery!;
        if (deferred.Begun.Count > 0) _delivery = new(outer, deferred.Begun, Path.Here());
        var isWritten = WriteOpen(selection, parent);
        if (isWritten)
        {
            foreach (var fields in deferred.Parts)
            {
                var (hole, path) = LeaveOut();
                outer.Part.Deferred.Add((hole, new(fields, parent, path, Path.At(path), _delivery!)));
            }

            Writer.Byte((byte)'}');
        }

        _delivery = outer;
        return isWritten;
    }

    private (Hole Place, int Path) LeaveOut()
    {
        var (hole, path) = (NewHole(), Path.Keep());
        hole.LeaveOut(Writer.Position, path);
        return (hole, path);
    }

    private void FillFor(Delivery delivery, Hole hole)
    {
        delivery.Part.Awaited--;
        Enter(delivery);
        Fill(hole);
        if (delivery.Part is LaterPart later) EndIfReady(later);
    }

    private void Enter(Delivery? delivery)
    {
        _delivery = delivery;
        if (delivery is not null) _errors = delivery.Part.Errors;
    }

    private void EndIfReady(LaterPart part)
    {
        if (part.State != PartState.Running) return;

        var hasFailed = Nulls.IsDead(part.Scope);
        if (!hasFailed && part.Awaited > 0) return;

        part.State = hasFailed ? PartState.Failed : PartState.Written;
        _graph!.Add(part);
    }
}
