using System.Runtime.CompilerServices;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>Execution by quiescence: run all that can run; when nothing can, dispatch the loaders' open batches side by side; when there
/// are none, wait.</summary>
internal sealed partial class Execution
{
    private Slice _main;
    private int _pending;
    private int _nextTurn;

    /// <summary>Runs the operation to its end.</summary>
    /// <exception cref="OperationCanceledException">The client has gone, or the time is up.</exception>
    public ValueTask RunAsync()
    {
        Start();
        return Advance() ? default : WaitAsync();
    }

    /// <summary>Hands something to the loop, from any thread.</summary>
    public void Post(ReadyItem item)
    {
        if (_ready.TryPost(item)) _signal.Set();
        else item.Abandon();
    }

    /// <summary>Makes the loop look around, from any thread.</summary>
    public void Wake() => _signal.Set();

    /// <summary>One thing more is under way that will be posted.</summary>
    public void Expect() => _pending++;

    /// <summary>What was under way is here.</summary>
    public void Arrived() => _pending--;

    /// <summary>Fills a hole whose task has ended.</summary>
    public void FillAwaited(Hole hole)
    {
        Arrived();
        if (hole.Delivery is { } delivery) FillFor(delivery, hole);
        else Fill(hole);
    }

    private void Start()
    {
        _nextTurn = 0;
        Writer.Raw("{\"data\":"u8);
        var start = Writer.Position;
        if (_operation.Definition.Operation == OperationType.Mutation) LeaveTurns(_plan.Root);
        else if (!WriteFields(_plan.Root, null)) Nulls.Kill(NullPropagation.Root);
        Nulls.Adopt(0, 0, NullPropagation.Root);
        _main = new(start, Writer.Position, 0, _holes.Count);
        Writer.Byte((byte)'}');
    }

    // §6.2.2: the fields of a mutation's root run one after another, each to its end; so each is a hole that waits for its turn.
    private void LeaveTurns(SelectionPlan root)
    {
        Writer.Byte((byte)'{');
        Path.Push(root);
        for (var i = 0; i < root.Fields.Length; i++)
        {
            var field = root.Fields[i];
            Writer.Raw(i == 0 ? field.Name.AsSpan(1) : field.Name);
            Path.MoveTo(i);
            var mark = Mark();
            NewHole().AwaitTurn(field, null, null, Writer.Position, Path.Keep());
            if (field.Completion.Nullable) Close(mark);
        }

        Path.PopTo(0);
        Writer.Byte((byte)'}');
        _nextTurn = root.Fields.Length;
    }

    /// <summary>Goes on as far as it can; true at the end, false where it must wait.</summary>
    private bool Advance()
    {
        while (true)
        {
            _signal.Reset();
            while (_ready.TakeAll() is { } item) RunAll(item);

            if (_pending == 0)
            {
                if (!TakeTurn()) return true;
            }
            else if (!_batches.DispatchAll())
            {
                return false;
            }
        }
    }

    private static void RunAll(ReadyItem? item)
    {
        while (item is not null)
        {
            // It may be posted again while it runs.
            var next = item.Next;
            item.Next = null;
            try
            {
                item.Run();
            }
            catch
            {
                // The request is given up. What was taken with this item is in no queue any more.
                AbandonAll(next);
                throw;
            }

            item = next;
        }
    }

    private bool TakeTurn()
    {
        var turn = _main.EndHole - _nextTurn;
        if (_nextTurn == 0 || Nulls.IsRootDead) return false;
        _nextTurn--;
        Enter(_holes[turn].Delivery);
        Fill(_holes[turn]);
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitAsync()
    {
        ThrowIfGivenUp();
        do
        {
            await _signal.WaitAsync();
            ThrowIfGivenUp();
        }
        while (!Advance());
    }

    private void Fill(Hole hole)
    {
        if (hole.Dropped || Nulls.IsDead(hole.Scope)) return;

        var mark = BeginSlice(hole.Path);
        hole.Slice = EndSlice(mark, hole.Scope, TryFill(hole));
    }

    private Mark BeginSlice(int path)
    {
        Path.Restore(path);
        return Mark();
    }

    /// <summary>Ends what is written for itself; where nothing could be, the nearest place that may be null becomes so.</summary>
    private Slice EndSlice(in Mark mark, int scope, bool isWritten)
    {
        if (!isWritten)
        {
            Writer.Truncate(mark.Position);
            _holes.DropFrom(mark.Holes);
            Nulls.Kill(scope);
        }

        Nulls.Adopt(mark.Holes, mark.Scopes, scope);
        return new(mark.Position, Writer.Position, mark.Holes, _holes.Count);
    }

    private bool TryFill(Hole hole)
    {
        try
        {
            return hole.Task is { } task
                ? hole.Field.Completion.Write(this, ResultOf((TaskResolver)hole.Field.Resolver, task))
                : WriteTurn(hole);
        }
        catch (Exception failure) when (!IsGivenUp(failure))
        {
            Path.PopTo(0);
            Fail(failure);
            return false;
        }
    }

    private bool WriteTurn(Hole hole)
    {
        if (hole.Field.Kind != FieldKind.Constant) return Resolve(hole.Field, hole.Parent);
        Writer.Raw(hole.Field.Constant);
        return true;
    }

    /// <summary>Leaves what is under way to itself; whoever waits for a batch still gets his answer.</summary>
    private void Abandon() => AbandonAll(_ready.Close());

    private static void AbandonAll(ReadyItem? item)
    {
        while (item is not null)
        {
            var next = item.Next;
            item.Abandon();
            item = next;
        }
    }
}
