using Investr.GraphQL.Response;

namespace Investr.GraphQL.Execution.Incremental;

/// <summary>§7.1.3 of the specification's draft: pending, incremental, completed, hasNext.</summary>
internal sealed class CurrentPayloadWriter(ResultWriter output, Action<Slice> copy) : PayloadWriter(output, copy)
{
    public override void Write(Payload payload, bool hasNext)
    {
        WriteHasNext(hasNext);
        WriteEach(",\"pending\":["u8, payload.Pending, Write);
        WriteEach(",\"incremental\":["u8, payload.Incremental, Write);
        WriteEach(",\"completed\":["u8, payload.Completed, Write);
    }

    private void Write(Pending pending)
    {
        WriteId(pending);
        WritePath(",\"path\":"u8, pending.Path);
        WriteLabel(pending);
        Output.Byte((byte)'}');
    }

    private void Write(Increment increment)
    {
        WriteId(increment.Target);
        if (increment.SubPath.Count > 0) WritePath(",\"subPath\":"u8, increment.SubPath);
        Output.Byte((byte)',');
        WriteContent(increment);
        Output.Byte((byte)'}');
    }

    private void Write((Pending Pending, IReadOnlyList<IError> Errors) completed)
    {
        WriteId(completed.Pending);
        WriteErrors(completed.Errors);
        Output.Byte((byte)'}');
    }

    private void WriteId(Pending pending)
    {
        Output.Raw("{\"id\":"u8);
        Output.Quoted(pending.Id);
    }
}
