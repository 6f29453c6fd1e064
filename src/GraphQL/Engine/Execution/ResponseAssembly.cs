using Investr.GraphQL.Execution.Incremental;
using Investr.GraphQL.Response;

namespace Investr.GraphQL.Execution;

/// <summary>§7 Puts the response together: errors first, then the data with its holes filled and its nulled places null.</summary>
internal readonly ref struct ResponseAssembly
{
    private readonly ReadOnlySpan<byte> _written;
    private readonly Holes _holes;
    private readonly NullPropagation _nulls;
    private readonly ResultWriter _output;

    private ResponseAssembly(ResultWriter written, Holes holes, NullPropagation nulls, ResultWriter output)
    {
        _written = written.Written;
        (_holes, _nulls, _output) = (holes, nulls, output);
    }

    public static OperationResult Assemble(
        ResultWriter written, in Slice data, Holes holes, NullPropagation nulls, IReadOnlyList<IError> errors, Payload? announced,
        IncrementalFormat format)
    {
        var output = new ResultWriter(written.Position + 512);
        output.Byte((byte)'{');
        if (errors.Count > 0)
        {
            ErrorWriter.Write(errors, output);
            output.Byte((byte)',');
        }

        output.Raw("\"data\":"u8);
        if (nulls.IsRootDead) output.Null();
        else new ResponseAssembly(written, holes, nulls, output).Copy(data);
        if (announced is not null)
        {
            output.Byte((byte)',');
            WriterOf(written, holes, nulls, output, format).Write(announced, hasNext: true);
        }

        output.Byte((byte)'}');
        return new Utf8Result(output, ResultKind.Executed, errors);
    }

    /// <summary>A payload after the first answer.</summary>
    public static OperationResult Assemble(ResultWriter written, Holes holes, NullPropagation nulls, Payload payload, bool hasNext, IncrementalFormat format)
    {
        var output = new ResultWriter(1024);
        output.Byte((byte)'{');
        WriterOf(written, holes, nulls, output, format).Write(payload, hasNext);
        output.Byte((byte)'}');
        return new Utf8Result(output, ResultKind.Executed, payload.Errors);
    }

    private static PayloadWriter WriterOf(
        ResultWriter written, Holes holes, NullPropagation nulls, ResultWriter output, IncrementalFormat format) =>
        PayloadWriter.For(format, output, slice => new ResponseAssembly(written, holes, nulls, output).Copy(slice));

    private void Copy(in Slice slice)
    {
        var at = slice.Start;
        for (var i = slice.FirstHole; i < slice.EndHole; i++)
        {
            var hole = _holes[i];
            if (hole.Dropped || hole.Position < at) continue;

            if (_nulls.OutermostDead(hole.Scope) is var (start, end))
            {
                // What follows a nulled place begins after it; its other holes lie before.
                _output.Raw(_written[at..start]);
                _output.Null();
                at = end;
                continue;
            }

            _output.Raw(_written[at..hole.Position]);
            Copy(hole.Slice);
            at = hole.Position;
        }

        _output.Raw(_written[at..slice.End]);
    }
}
