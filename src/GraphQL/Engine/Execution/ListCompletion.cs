using System.Collections;

namespace Investr.GraphQL.Execution;

/// <summary>§6.4.3 Completes a list item by item; a null that an item may not be goes up to the list.</summary>
internal sealed class ListCompletion(ValueCompletion item) : ValueCompletion
{
    // A long list is not written to its end for a client that has gone.
    private const int CheckEvery = 256;

    protected override bool WriteValue(Execution execution, object value)
    {
        execution.Writer.Byte((byte)'[');
        var depth = execution.Path.PushList();
        var complete = value switch
        {
            object?[] array => WriteArray(execution, array),
            IList list => WriteList(execution, list),
            IEnumerable items and not string => WriteItems(execution, items),
            _ => throw new InvalidOperationException($"A list was expected, and a value of {value.GetType().Name} found."),
        };
        execution.Path.PopTo(depth);
        execution.Writer.Byte((byte)']');
        return complete;
    }

    private bool WriteArray(Execution execution, object?[] items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (!WriteItem(execution, items[i], i)) return false;
        }

        return true;
    }

    private bool WriteList(Execution execution, IList items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!WriteItem(execution, items[i], i)) return false;
        }

        return true;
    }

    private bool WriteItems(Execution execution, IEnumerable items)
    {
        var i = 0;
        foreach (var value in items)
        {
            if (!WriteItem(execution, value, i++)) return false;
        }

        return true;
    }

    /// <summary>Writes an item into a list; false where a null goes up to the list.</summary>
    public bool WriteItem(Execution execution, object? value, int index)
    {
        if (index > 0) execution.Writer.Byte((byte)',');
        return WriteItemAlone(execution, value, index);
    }

    /// <summary>Writes an item without the comma before it.</summary>
    public bool WriteItemAlone(Execution execution, object? value, int index)
    {
        execution.Path.MoveTo(index);
        var mark = execution.Mark();
        try
        {
            if (index % CheckEvery == CheckEvery - 1) execution.ThrowIfGivenUp();
            if (item.Write(execution, value))
            {
                if (item.Nullable) execution.Close(mark);
                return true;
            }
        }
        catch (Exception failure) when (!execution.IsGivenUp(failure))
        {
            execution.Path.PopTo(mark.Depth);
            execution.Fail(failure);
        }

        return execution.Replace(mark, item.Nullable);
    }
}
