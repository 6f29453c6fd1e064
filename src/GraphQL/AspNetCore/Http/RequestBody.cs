using System.Buffers;
using System.IO.Pipelines;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>A whole body as one piece of memory: the server's own buffer where the body fits in it, else a pooled copy.</summary>
internal readonly struct RequestBody
{
    private readonly PipeReader _reader;
    private readonly SequencePosition _end;
    private readonly byte[]? _rented;

    private RequestBody(PipeReader reader, ReadOnlySequence<byte> buffer)
    {
        (_reader, _end) = (reader, buffer.End);
        if (buffer.IsSingleSegment)
        {
            Memory = buffer.First;
            return;
        }

        _rented = ArrayPool<byte>.Shared.Rent((int)buffer.Length);
        buffer.CopyTo(_rented);
        Memory = _rented.AsMemory(0, (int)buffer.Length);
    }

    /// <summary>The bytes, valid until <see cref="Release"/>.</summary>
    public ReadOnlyMemory<byte> Memory { get; }

    /// <exception cref="RequestFormatException">The body has more bytes than allowed.</exception>
    public static async ValueTask<RequestBody> ReadAsync(PipeReader reader, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (buffer.Length > maxBytes)
            {
                reader.AdvanceTo(buffer.End);
                throw RequestFormatException.TooLarge($"The request body has more than {maxBytes} bytes.");
            }

            if (read.IsCompleted) return new(reader, buffer);
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    public void Release()
    {
        _reader.AdvanceTo(_end);
        if (_rented is not null) ArrayPool<byte>.Shared.Return(_rented);
    }
}
