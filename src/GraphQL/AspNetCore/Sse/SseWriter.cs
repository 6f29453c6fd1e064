using System.Buffers;
using System.IO.Pipelines;
using Investr.GraphQL.AspNetCore.Streaming;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Sse;

/// <summary>GraphQL over Server-Sent Events, distinct connections mode: a result an event. Responses are JSON on one line, so each is one
/// data line.</summary>
internal sealed class SseWriter : IResultsWriter
{
    public const string ContentType = "text/event-stream; charset=utf-8";

    private readonly PipeWriter _output;

    private SseWriter(PipeWriter output) => _output = output;

    public static SseWriter Start(HttpResponse response) => new(StreamedBody.Start(response, ContentType));

    public async ValueTask NextAsync(OperationResult result, CancellationToken cancellationToken)
    {
        _output.Write("event: next\ndata: "u8);
        result.CopyTo(_output);
        _output.Write("\n\n"u8);
        await _output.FlushAsync(cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        _output.Write("event: complete\ndata:\n\n"u8);
        await _output.FlushAsync(cancellationToken);
    }

    public async ValueTask KeepAliveAsync(CancellationToken cancellationToken)
    {
        _output.Write(":\n\n"u8);
        await _output.FlushAsync(cancellationToken);
    }
}
