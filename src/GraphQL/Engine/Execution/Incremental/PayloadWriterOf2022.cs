using Investr.GraphQL.Response;

namespace Investr.GraphQL.Execution.Incremental;

/// <summary>The draft of August 2022: nothing is announced; each part says where it belongs, and one that came to nothing is null.</summary>
internal sealed class PayloadWriterOf2022(ResultWriter output, Action<Slice> copy) : PayloadWriter(output, copy)
{
    public override void Write(Payload payload, bool hasNext)
    {
        WriteHasNext(hasNext);
        var failed = payload.Completed.Where(completed => completed.Errors.Count > 0);
        WriteEach(
            ",\"incremental\":["u8,
            [.. payload.Incremental.Select(increment => (Action)(() => Write(increment))), .. failed.Select(end => (Action)(() => Write(end)))],
            write => write());
    }

    private void Write(Increment increment)
    {
        Output.Byte((byte)'{');
        WriteContent(increment);
        WritePath(",\"path\":"u8, [.. increment.Target.Path, .. increment.IsItems ? [increment.FirstIndex] : increment.SubPath]);
        WriteLabel(increment.Target);
        Output.Byte((byte)'}');
    }

    private void Write((Pending Pending, IReadOnlyList<IError> Errors) failed)
    {
        var stream = failed.Pending as ItemStream;
        Output.Raw(stream is null ? "{\"data\":null"u8 : "{\"items\":null"u8);
        WriteErrors(failed.Errors);
        WritePath(",\"path\":"u8, stream is null ? failed.Pending.Path : [.. stream.Path, stream.Sent]);
        WriteLabel(failed.Pending);
        Output.Byte((byte)'}');
    }
}
