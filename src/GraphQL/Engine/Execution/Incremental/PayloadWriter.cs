using Investr.GraphQL.Response;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution.Incremental;

/// <summary>Writes payloads as JSON.</summary>
/// <param name="output">Where to.</param>
/// <param name="copy">Copies what has been written of a part.</param>
internal abstract class PayloadWriter(ResultWriter output, Action<Slice> copy)
{
    private static readonly AnyType Any = new();

    protected ResultWriter Output => output;

    public static PayloadWriter For(IncrementalFormat format, ResultWriter output, Action<Slice> copy) => format == IncrementalFormat.Draft2022
        ? new PayloadWriterOf2022(output, copy)
        : new CurrentPayloadWriter(output, copy);

    /// <summary>Writes a payload's members.</summary>
    public abstract void Write(Payload payload, bool hasNext);

    protected void WriteHasNext(bool hasNext) => output.Raw(hasNext ? "\"hasNext\":true"u8 : "\"hasNext\":false"u8);

    protected void WriteEach<T>(ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<T> write)
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

    protected void WriteContent(Increment increment)
    {
        if (increment.IsItems) WriteEach("\"items\":["u8, increment.Parts, part => copy(part.Slice));
        else
        {
            output.Raw("\"data\":"u8);
            copy(increment.Parts[0].Slice);
        }

        WriteErrors([.. increment.Errors]);
    }

    protected void WritePath(ReadOnlySpan<byte> name, IReadOnlyList<object> path)
    {
        output.Raw(name);
        Any.Write(path, output);
    }

    protected void WriteLabel(Pending pending)
    {
        if (pending.Label is not { } label) return;
        output.Raw(",\"label\":"u8);
        output.String(label);
    }

    protected void WriteErrors(IReadOnlyList<IError> errors)
    {
        if (errors.Count == 0) return;
        output.Byte((byte)',');
        ErrorWriter.Write(errors, output);
    }
}
