using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Streaming;

/// <summary>Incremental delivery over HTTP: <c>multipart/mixed</c>, a result a part.</summary>
/// <remarks>The boundary that ends a part is sent with it, so that the client need not wait for the next one to know that it is
/// whole.</remarks>
internal sealed class MultipartWriter : IResultsWriter
{
    private readonly PipeWriter _output;

    private MultipartWriter(PipeWriter output) => _output = output;

    public static MultipartWriter Start(HttpResponse response, bool draft2022)
    {
        var output = StreamedBody.Start(response, draft2022 ? "multipart/mixed;boundary=\"-\";deferSpec=20220824" : "multipart/mixed;boundary=\"-\"");
        output.Write("\r\n---"u8);
        return new(output);
    }

    public async ValueTask NextAsync(OperationResult result, CancellationToken cancellationToken)
    {
        BeginPart();
        result.CopyTo(_output);
        _output.Write("\r\n---"u8);
        await _output.FlushAsync(cancellationToken);
    }

    public async ValueTask KeepAliveAsync(CancellationToken cancellationToken)
    {
        BeginPart();
        _output.Write("{\"hasNext\":true}\r\n---"u8);
        await _output.FlushAsync(cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        _output.Write("--\r\n"u8);
        await _output.FlushAsync(cancellationToken);
    }

    private void BeginPart() => _output.Write("\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8);
}
