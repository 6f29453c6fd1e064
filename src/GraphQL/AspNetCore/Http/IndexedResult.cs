using System.Buffers;
using System.Text;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>A result of a batch that says whose it is, for bodies in which results come one after another.</summary>
internal sealed class IndexedResult(OperationResult result, BatchItem item) : OperationResult
{
    private readonly byte[] _prefix = Prefix(item);

    public override ResultKind Kind => result.Kind;

    public override IReadOnlyList<IError> Errors => result.Errors;

    public override long Length => _prefix.Length + result.Length - 1;

    public override void CopyTo(IBufferWriter<byte> output)
    {
        var whole = new ArrayBufferWriter<byte>((int)result.Length);
        result.CopyTo(whole);
        output.Write(_prefix);
        // After the brace, which the prefix has.
        output.Write(whole.WrittenSpan[1..]);
    }

    public override void Dispose() => result.Dispose();

    private static byte[] Prefix(BatchItem item)
    {
        var request = item.RequestIndex is { } requestIndex ? $"\"requestIndex\":{requestIndex}," : "";
        var variable = item.VariableIndex is { } variableIndex ? $"\"variableIndex\":{variableIndex}," : "";
        return Encoding.UTF8.GetBytes($"{{{request}{variable}");
    }
}
