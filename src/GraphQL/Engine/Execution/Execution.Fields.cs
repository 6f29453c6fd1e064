using System.Runtime.CompilerServices;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>§6.3, §6.4: writing selections, fields and what becomes of their failures.</summary>
internal sealed partial class Execution
{
    /// <summary>Writes an object; false where a null goes up through it, with the error told.</summary>
    public bool WriteFields(SelectionPlan selection, object? parent)
    {
        if (selection.Deferred is not null) return WriteDeferring(selection, selection.Deferred, parent);
        if (!WriteOpen(selection, parent)) return false;
        Writer.Byte((byte)'}');
        return true;
    }

    // The object but for its last brace: what is left out of it is left out before that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool WriteOpen(SelectionPlan selection, object? parent)
    {
        Writer.Byte((byte)'{');
        var depth = Path.Push(selection);
        var fields = selection.Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            Writer.Raw(i == 0 ? field.Name.AsSpan(1) : field.Name);
            Path.MoveTo(i);
            if (!WriteField(field, parent)) return false;
        }

        Path.PopTo(depth);
        return true;
    }

    /// <summary>Where the writer stands, to go back to.</summary>
    public Mark Mark() => new(Writer.Position, _holes.Count, Nulls.Count, Path.Depth);

    /// <summary>Tells of a failure at the present path.</summary>
    public void Fail(Exception failure)
    {
        var errors = Settings.Errors.ErrorsOf(failure, Path.ToPath(), Path.Field());
        _errors.AddFailure([.. errors], Path.ToOrder());
    }

    /// <summary>Tells that a value may not be null at the present path.</summary>
    public bool ForbiddenNull()
    {
        var field = Path.Field();
        var message = $"Cannot return null for non-nullable field {field.ParentType.Name}.{field.Definition.Name}.";
        Fail(new GraphQLException(new GraphQLError(message) { Code = ErrorCodes.NonNullViolation }));
        return false;
    }

    /// <summary>Puts null in place of what was written since a mark, where null may be.</summary>
    public bool Replace(in Mark mark, bool nullable)
    {
        if (!nullable) return false;
        Writer.Truncate(mark.Position);
        _holes.DropFrom(mark.Holes);
        Path.PopTo(mark.Depth);
        Writer.Null();
        return true;
    }

    /// <summary>A nullable value has been written since a mark.</summary>
    public void Close(in Mark mark)
    {
        if (_holes.Count != mark.Holes) Nulls.Close(mark, Writer.Position);
    }

    /// <summary>Whether a failure is the end of the whole request and no field's own.</summary>
    public bool IsGivenUp(Exception failure) => failure is OperationCanceledException && _deadline.IsOver;

    /// <exception cref="OperationCanceledException">The client has gone, or the time is up.</exception>
    public void ThrowIfGivenUp() => RequestAborted.ThrowIfCancellationRequested();

    private bool WriteField(FieldPlan field, object? parent)
    {
        var mark = Mark();
        var nullable = field.Completion.Nullable;
        try
        {
            switch (field.Kind)
            {
                case FieldKind.Leaf:
                    if (field.Leaf!.TryWrite(parent!, Writer)) return true;
                    if (!nullable) return ForbiddenNull();
                    Writer.Null();
                    return true;
                case FieldKind.Constant:
                    Writer.Raw(field.Constant);
                    return true;
                default:
                    if (!Resolve(field, parent)) break;
                    if (nullable) Close(mark);
                    if (field.IsRepeatable) Remember(field, mark);
                    return true;
            }
        }
        catch (Exception failure) when (!IsGivenUp(failure))
        {
            Path.PopTo(mark.Depth);
            Fail(failure);
        }

        return Replace(mark, nullable);
    }

    /// <summary>§6.4.2 Calls the resolver, and writes its value or leaves a hole for it.</summary>
    private bool Resolve(FieldPlan field, object? parent)
    {
        if (_authorization.Check(field.Definition.Authorization, User, _services) is { } asking)
        {
            LeaveHole().AwaitTurn(field, parent, asking, Writer.Position, Path.Keep());
            return true;
        }

        Parent = parent;
        Arguments = field.Arguments.Constants ?? ArgumentsOf(field);
        switch (field.Resolver)
        {
            case TaskResolver resolver:
                var task = resolver.Resolve(this);
                if (task is { IsCompleted: false })
                {
                    LeaveHole().Await(field, task, Writer.Position, Path.Keep());
                    return true;
                }

                return field.Completion.Write(this, ResultOf(resolver, task));
            case ValueResolver resolver:
                return field.Completion.Write(this, resolver.Resolve(this));
            case var leaf:
                if (((LeafResolver)leaf).TryWrite(parent!, Writer)) return true;
                return field.Completion.Write(this, null);
        }
    }

    private static object? ResultOf(TaskResolver resolver, Task? task)
    {
        if (task is null) return null;
        if (!task.IsCompletedSuccessfully) task.GetAwaiter().GetResult();
        return resolver.ResultOf(task);
    }

    private object?[] ArgumentsOf(FieldPlan field)
    {
        if (_arguments.Length <= field.Arguments.Slot) Array.Resize(ref _arguments, _plan.ArgumentSlots);
        return field.Arguments.For(_variables, _operation.Document, _arguments);
    }

    private Hole LeaveHole()
    {
        _pending++;
        if (_delivery is not null) _delivery.Part.Awaited++;
        return NewHole();
    }

    private Hole NewHole()
    {
        var hole = _holes.Add();
        hole.Delivery = _delivery;
        return hole;
    }

    // §4: the schema does not change, so neither does what is said of it.
    private void Remember(FieldPlan field, in Mark mark)
    {
        if (_holes.Count == 0 && _errors.IsEmpty) field.Repeat(Writer.Written[mark.Position..].ToArray());
    }
}
