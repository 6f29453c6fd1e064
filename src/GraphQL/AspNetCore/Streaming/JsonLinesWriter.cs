using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Streaming;

/// <summary><c>application/jsonl</c>: a result a line; an empty line means nothing.</summary>
internal sealed class JsonLinesWriter : IResultsWriter
{
    private readonly PipeWriter _output;

    private JsonLinesWriter(PipeWriter output) => _output = output;

    public static JsonLinesWriter Start(HttpResponse response) => new(StreamedBody.Start(response, "application/jsonl; charset=utf-8"));

    public async ValueTask NextAsync(OperationResult result, CancellationToken cancellationToken)
    {
        result.CopyTo(_output);
        await KeepAliveAsync(cancellationToken);
    }

    public async ValueTask KeepAliveAsync(CancellationToken cancellationToken)
    {
        _output.Write("\n"u8);
        await _output.FlushAsync(cancellationToken);
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => default;
}
