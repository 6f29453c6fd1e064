using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Investr.GraphQL.AspNetCore.Sse;

/// <summary>Writes the events of one stream. Responses are JSON on one line, so each is one data line.</summary>
internal readonly struct SseWriter
{
    private readonly PipeWriter _output;

    private SseWriter(PipeWriter output) => _output = output;

    public static SseWriter Start(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        // A proxy that collects the answer would hold the events back.
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return new(response.BodyWriter);
    }

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
