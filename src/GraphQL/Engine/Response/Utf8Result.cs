using System.Buffers;
using System.Text;

namespace Investr.GraphQL.Response;

/// <summary>A response in one pooled buffer.</summary>
internal sealed class Utf8Result : OperationResult
{
    private readonly int _length;
    private byte[]? _buffer;

    /// <summary>Takes over what a writer has written.</summary>
    public Utf8Result(ResultWriter writer, ResultKind kind, IReadOnlyList<IError> errors)
    {
        _length = writer.Position;
        _buffer = writer.Detach();
        (Kind, Errors) = (kind, errors);
    }

    public override ResultKind Kind { get; }

    public override IReadOnlyList<IError> Errors { get; }

    public override long Length => _length;

    private ReadOnlySpan<byte> Json => (_buffer ?? throw new ObjectDisposedException(nameof(OperationResult))).AsSpan(0, _length);

    /// <summary>A response that has errors and no data.</summary>
    public static Utf8Result OfErrors(ResultKind kind, IReadOnlyList<IError> errors)
    {
        var writer = new ResultWriter(1024);
        writer.Byte((byte)'{');
        ErrorWriter.Write(errors, writer);
        if (kind == ResultKind.Executed) writer.Raw(",\"data\":null"u8);
        writer.Byte((byte)'}');
        return new(writer, kind, errors);
    }

    public override void CopyTo(IBufferWriter<byte> output) => output.Write(Json);

    public override string ToString() => Encoding.UTF8.GetString(Json);

    public override void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { Length: > 0 } buffer) ArrayPool<byte>.Shared.Return(buffer);
    }
}
