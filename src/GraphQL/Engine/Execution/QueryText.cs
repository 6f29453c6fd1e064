using System.Text.Json;

namespace Investr.GraphQL.Execution;

/// <summary>The text of a request's document.</summary>
internal static class QueryText
{
    /// <summary>A copy, which outlives the request, whose bytes may be a buffer that is used again; JSON's escapes undone.</summary>
    /// <exception cref="GraphQLException">The query is no JSON string.</exception>
    public static byte[] Of(OperationRequest request)
    {
        var query = request.Query.Span;
        if (!request.QueryIsEscaped || query.IndexOf((byte)'\\') < 0) return query.ToArray();

        try
        {
            var reader = new Utf8JsonReader([(byte)'"', .. query, (byte)'"']);
            reader.Read();
            var text = new byte[query.Length];
            return text[..reader.CopyString(text)];
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new GraphQLException(new GraphQLError("The query is not a JSON string.") { Code = ErrorCodes.InvalidRequest });
        }
    }
}
