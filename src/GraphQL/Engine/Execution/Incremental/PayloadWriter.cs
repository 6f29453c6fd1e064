using Investr.GraphQL.Response;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Incremental;

/// <summary>§7.1.3 Writes payloads as JSON: pending, incremental, completed, hasNext.</summary>
internal sealed class PayloadWriter(ResultWriter output, Action<Slice> copy)
{
    private static readonly AnyType Any = new();

    /// <summary>Writes a payload's members, the last one first told being whether others follow.</summary>
    public void Write(Payload payload, bool hasNext)
    {
        output.Raw(hasNext ? "\"hasNext\":true"u8 : "\"hasNext\":false"u8);
        WriteEach(",\"pending\":["u8, payload.Pending, Write);
        WriteEach(",\"incremental\":["u8, payload.Incremental, Write);
        WriteEach(",\"completed\":["u8, payload.Completed, Write);
    }

    private void WriteEach<T>(ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0) return;

        output.Raw(name);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) output.Byte((byte)',');
            write(items[i]);
        }

        output.Byte((byte)']');
    }

    private void Write(Pending pending)
    {
        WriteId(pending.Id);
        output.Raw(",\"path\":"u8);
        Any.Write(pending.Path, output);
        if (pending.Label is { } label)
        {
            output.Raw(",\"label\":"u8);
            output.String(label);
        }

        output.Byte((byte)'}');
    }

    private void Write(Increment increment)
    {
        WriteId(increment.Id);
        if (increment.SubPath.Count > 0)
        {
            output.Raw(",\"subPath\":"u8);
            Any.Write(increment.SubPath, output);
        }

        if (increment.IsItems) WriteEach(",\"items\":["u8, increment.Parts, part => copy(part.Slice));
        else
        {
            output.Raw(",\"data\":"u8);
            copy(increment.Parts[0].Slice);
        }

        WriteErrors([.. increment.Errors]);
        output.Byte((byte)'}');
    }

    private void Write((int Id, IReadOnlyList<IError> Errors) completed)
    {
        WriteId(completed.Id);
        WriteErrors(completed.Errors);
        output.Byte((byte)'}');
    }

    private void WriteId(int id)
    {
        output.Raw("{\"id\":"u8);
        output.Quoted(id);
    }

    private void WriteErrors(IReadOnlyList<IError> errors)
    {
        if (errors.Count == 0) return;
        output.Byte((byte)',');
        ErrorWriter.Write(errors, output);
    }
}
