using System.Buffers;

namespace Investr.GraphQL.Response;

/// <summary>A response that several readers have at once: its bytes are its own, not a pool's, and last as long as somebody holds it.</summary>
internal sealed class SharedResult : OperationResult
{
    private readonly byte[] _json;

    public SharedResult(OperationResult result)
    {
        var json = new ArrayBufferWriter<byte>((int)result.Length);
        result.CopyTo(json);
        _json = json.WrittenSpan.ToArray();
        (Kind, Errors) = (result.Kind, result.Errors);
    }

    public override ResultKind Kind { get; }

    public override IReadOnlyList<IError> Errors { get; }

    public override long Length => _json.Length;

    public override void CopyTo(IBufferWriter<byte> output) => output.Write(_json);

    public override void Dispose()
    {
        // Nothing is pooled.
    }
}
