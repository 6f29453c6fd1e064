using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The media type of a single response.</summary>
internal enum ResponseType
{
    None,
    Json,
    GraphQLResponse,
}

/// <summary>What a client accepts: a type for single responses, and whether it reads event streams.</summary>
internal readonly record struct Accepted(ResponseType Single, bool EventStream)
{
    public bool Anything => Single != ResponseType.None || EventStream;
}

/// <summary>Chooses the response's media type by the Accept header's ranges and their weights.</summary>
internal static class ContentNegotiation
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";

    /// <remarks>Where nothing or anything is accepted, clients from before <c>application/graphql-response+json</c> must be expected.</remarks>
    public static Accepted Of(StringValues accept)
    {
        if (accept.Count == 0) return new(ResponseType.Json, EventStream: false);
        var header = accept.Count == 1 ? accept[0] : accept.ToString();
        return header switch
        {
            null or "" or "*/*" or Json => new(ResponseType.Json, EventStream: false),
            GraphQLResponse => new(ResponseType.GraphQLResponse, EventStream: false),
            EventStream => new(ResponseType.None, EventStream: true),
            _ => Weigh(header),
        };
    }

    private static Accepted Weigh(ReadOnlySpan<char> header)
    {
        Weight json = default, response = default, stream = default;
        foreach (var at in header.Split(','))
        {
            var range = header[at];
            var parameters = range.IndexOf(';');
            var type = (parameters < 0 ? range : range[..parameters]).Trim();
            var quality = parameters < 0 ? 1 : QualityOf(range[(parameters + 1)..]);
            json.Offer(type, Json, quality);
            response.Offer(type, GraphQLResponse, quality);
            // An event stream holds the connection: a wildcard is no wish for it.
            if (!type.SequenceEqual("*/*")) stream.Offer(type, EventStream, quality);
        }

        var single = response.Quality > json.Quality || (response.Quality > 0 && response.Quality >= json.Quality && response.IsExact)
            ? ResponseType.GraphQLResponse
            : json.Quality > 0 ? ResponseType.Json : ResponseType.None;
        return new(single, stream.Quality > 0);
    }

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
