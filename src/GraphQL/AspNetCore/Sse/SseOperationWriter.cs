using System.Buffers;
using System.Text.Json;
using Investr.GraphQL.AspNetCore.Streaming;

namespace Investr.GraphQL.AspNetCore.Sse;

/// <summary>Single connection mode: the results of one operation among others on the same stream, each with the operation's id.</summary>
internal sealed class SseOperationWriter(SseConnection connection, string id) : IResultsWriter
{
    private readonly byte[] _id = JsonSerializer.SerializeToUtf8Bytes(id);

    public ValueTask NextAsync(OperationResult result, CancellationToken cancellationToken) =>
        connection.SendAsync(WriteNext, result, cancellationToken);

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => connection.SendAsync(WriteComplete, _id, cancellationToken);

    // The connection has its own.
    public ValueTask KeepAliveAsync(CancellationToken cancellationToken) => default;

    private void WriteNext(OperationResult result, IBufferWriter<byte> output)
    {
        output.Write("event: next\ndata: {\"id\":"u8);
        output.Write(_id);
        output.Write(",\"payload\":"u8);
        result.CopyTo(output);
        output.Write("}\n\n"u8);
    }

    private static void WriteComplete(byte[] id, IBufferWriter<byte> output)
    {
        output.Write("event: complete\ndata: {\"id\":"u8);
        output.Write(id);
        output.Write("}\n\n"u8);
    }
}
