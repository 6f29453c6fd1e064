using Investr.GraphQL.AspNetCore.Sse;
using Microsoft.AspNetCore.Http;

namespace Investr.GraphQL.AspNetCore.Streaming;

/// <summary>The media types of a body with several results.</summary>
internal enum StreamType
{
    None,

    /// <summary><c>text/event-stream</c></summary>
    EventStream,

    /// <summary><c>multipart/mixed</c></summary>
    Multipart,

    /// <summary><c>multipart/mixed;deferSpec=20220824</c></summary>
    Multipart2022,

    /// <summary><c>application/jsonl</c></summary>
    JsonLines,
}

internal static class StreamTypes
{
    /// <summary>The format of parts that clients of a type read.</summary>
    public static IncrementalFormat PartsOf(StreamType type) => type switch
    {
        StreamType.None => IncrementalFormat.Whole,
        StreamType.Multipart2022 => IncrementalFormat.Draft2022,
        _ => IncrementalFormat.Current,
    };

    /// <summary>Starts a body of a type.</summary>
    public static IResultsWriter Start(StreamType type, HttpResponse response) => type switch
    {
        StreamType.EventStream => SseWriter.Start(response),
        StreamType.JsonLines => JsonLinesWriter.Start(response),
        _ => MultipartWriter.Start(response, type == StreamType.Multipart2022),
    };
}
