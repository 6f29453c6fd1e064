using Investr.GraphQL.Execution;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Types;

/// <summary>How a field's value is found. Made once by the binder; called by the executor through one of the three shapes below.</summary>
internal abstract class FieldResolver
{
    /// <summary>Whether every caller gets the same value: it depends on the parent, the arguments and the event alone.</summary>
    public virtual bool IsSameForAll => false;

    /// <summary>The value, waited for where it comes later: for resolvers that go on with another one's value.</summary>
    /// <remarks>The frame is read before the first wait and never after.</remarks>
    public ValueTask<object?> FindAsync(ResolverFrame frame) => this switch
    {
        ValueResolver there => new(there.Resolve(frame)),
        TaskResolver later => AwaitAsync(later, later.Resolve(frame)),
        _ => throw new InvalidOperationException("A leaf that is written where it is read gives no value."),
    };

    private static async ValueTask<object?> AwaitAsync(TaskResolver resolver, Task? task)
    {
        if (task is null) return null;

        await task;
        return resolver.ResultOf(task);
    }
}

/// <summary>A leaf that is read from its parent and written at once: no boxing, no context, no task.</summary>
internal abstract class LeafResolver : FieldResolver
{
    /// <inheritdoc/>
    public sealed override bool IsSameForAll => true;

    /// <summary>Writes the value; false, with nothing written, where it is null.</summary>
    public abstract bool TryWrite(object parent, ResultWriter writer);
}

/// <summary>A value that is there when the call returns.</summary>
internal abstract class ValueResolver : FieldResolver
{
    /// <summary>The value; the frame holds parent, arguments and services, and is reused when the call has returned.</summary>
    public abstract object? Resolve(ResolverFrame frame);
}

/// <summary>A value that may come later. The frame is read before the first await and never after.</summary>
internal abstract class TaskResolver : FieldResolver
{
    /// <summary>Starts the work; a completed task where it is done already, null for a null task.</summary>
    public abstract Task? Resolve(ResolverFrame frame);

    /// <summary>The result of a task that completed successfully.</summary>
    public abstract object? ResultOf(Task task);
}

/// <summary>§6.2.3.1 How a subscription's events are found.</summary>
internal abstract class EventSource
{
    /// <summary>Opens the stream; its items become the parent-less root value that the field's <see cref="FieldDefinition.Resolver"/> reads as <see cref="ResolverFrame.Event"/>.</summary>
    public abstract ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(ResolverFrame frame);
}

/// <summary>What one [Authorize] asks for: a signed-in caller; if named, one of the roles and the policy.</summary>
internal sealed record AuthorizeRule(string? Policy, IReadOnlyList<string> Roles);
