using System.Collections;
using Investr.GraphQL.Execution.Planning;

namespace Investr.GraphQL.Execution;

/// <summary>§6.4.3 Completes the first items of a list, and leaves the others to a stream.</summary>
internal sealed class StreamCompletion(StreamPlan plan, ListCompletion first, ListCompletion later) : ValueCompletion
{
    protected override bool WriteValue(Execution execution, object value)
    {
        if (value is not IEnumerable values || value is string)
            throw new InvalidOperationException($"A list was expected, and a value of {value.GetType().Name} found.");

        var count = plan.InitialCountFor(execution.Variables);
        var items = values.GetEnumerator();
        var isLeft = false;
        try
        {
            execution.Writer.Byte((byte)'[');
            var depth = execution.Path.PushList();
            var written = 0;
            while (written < count && items.MoveNext())
            {
                if (!first.WriteItem(execution, items.Current, written++)) return false;
            }

            execution.Path.PopTo(depth);
            isLeft = written == count;
            if (isLeft) execution.LeaveStream(plan, items, count, later);
            execution.Writer.Byte((byte)']');
            return true;
        }
        finally
        {
            if (!isLeft) (items as IDisposable)?.Dispose();
        }
    }
}
