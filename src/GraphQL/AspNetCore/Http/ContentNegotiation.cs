using System.Globalization;
using Investr.GraphQL.AspNetCore.Streaming;
using Microsoft.Extensions.Primitives;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The media type of a single response.</summary>
internal enum ResponseType
{
    None,
    Json,
    GraphQLResponse,
}

/// <summary>What a client accepts: for a single response, for an answer in parts, and for a subscription.</summary>
internal readonly record struct Accepted(ResponseType Single, StreamType Parts = StreamType.None, StreamType Events = StreamType.None)
{
    public bool Anything => Single != ResponseType.None || Parts != StreamType.None || Events != StreamType.None;

    /// <summary>For a client that takes no single responses.</summary>
    public StreamType Stream => Events != StreamType.None ? Events : Parts;
}

/// <summary>Chooses the response's media type by the Accept header's ranges and their weights.</summary>
internal static class ContentNegotiation
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";
    public const string Multipart = "multipart/mixed";
    public const string JsonLines = "application/jsonl";

    /// <remarks>Where nothing or anything is accepted, clients from before <c>application/graphql-response+json</c> must be expected.</remarks>
    public static Accepted Of(StringValues accept)
    {
        if (accept.Count == 0) return new(ResponseType.Json);
        var header = accept.Count == 1 ? accept[0] : accept.ToString();
        return header switch
        {
            null or "" or "*/*" or Json => new(ResponseType.Json),
            GraphQLResponse => new(ResponseType.GraphQLResponse),
            _ => Weigh(header),
        };
    }

    private static Accepted Weigh(ReadOnlySpan<char> header)
    {
        Weight json = default, response = default;
        var (multipart, hasLines, hasEvents) = (StreamType.None, false, false);
        foreach (var at in header.Split(','))
        {
            var range = header[at];
            var parameters = range.IndexOf(';');
            var type = (parameters < 0 ? range : range[..parameters]).Trim();
            var quality = parameters < 0 ? 1 : QualityOf(range[(parameters + 1)..]);
            json.Offer(type, Json, quality);
            response.Offer(type, GraphQLResponse, quality);
            // A stream holds the connection: a wildcard is no wish for it.
            if (quality <= 0) continue;
            hasEvents |= type.Equals(EventStream, StringComparison.OrdinalIgnoreCase);
            hasLines |= type.Equals(JsonLines, StringComparison.OrdinalIgnoreCase);
            if (multipart == StreamType.None && type.Equals(Multipart, StringComparison.OrdinalIgnoreCase)) multipart = MultipartOf(range);
        }

        var single = response.Quality > json.Quality || (response.Quality > 0 && response.Quality >= json.Quality && response.IsExact)
            ? ResponseType.GraphQLResponse
            : json.Quality > 0 ? ResponseType.Json : ResponseType.None;
        var events = hasEvents ? StreamType.EventStream : hasLines ? StreamType.JsonLines : StreamType.None;
        return new(single, multipart != StreamType.None ? multipart : hasLines ? StreamType.JsonLines : events, events);
    }

    // Clients name the draft that they read; a subscription's parts are another protocol.
    private static StreamType MultipartOf(ReadOnlySpan<char> range) =>
        range.Contains("subscriptionSpec=", StringComparison.OrdinalIgnoreCase) ? StreamType.None
        : range.Contains("deferSpec=20220824", StringComparison.OrdinalIgnoreCase) ? StreamType.Multipart2022
        : StreamType.Multipart;

    private static double QualityOf(ReadOnlySpan<char> parameters)
    {
        foreach (var at in parameters.Split(';'))
        {
            var parameter = parameters[at].Trim();
            if (!parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) continue;
            return double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 0;
        }

        return 1;
    }

    /// <summary>The weight of one type, by the most specific range that names it.</summary>
    private struct Weight
    {
        private int _precision;

        public double Quality { get; private set; }

        public readonly bool IsExact => _precision == 3;

        public void Offer(ReadOnlySpan<char> range, ReadOnlySpan<char> type, double quality)
        {
            var precision = range.Equals(type, StringComparison.OrdinalIgnoreCase) ? 3
                : range.SequenceEqual("*/*") ? 1
                : range.EndsWith("/*") && type.StartsWith(range[..^1], StringComparison.OrdinalIgnoreCase) ? 2 : 0;
            if (precision <= _precision) return;
            (_precision, Quality) = (precision, quality);
        }
    }
}
