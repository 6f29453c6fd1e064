using System.Text.Json;
using System.Text.Unicode;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>Finds the members of a request in its JSON without copying them.</summary>
/// <remarks>Members that it does not know are passed over, as the specification of GraphQL over HTTP asks.</remarks>
internal static class RequestReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body that is one request, or, where <paramref name="maxBatchSize"/> is above 0, an array of them.</summary>
    /// <param name="json">The body.</param>
    /// <param name="maxBatchSize">How many requests an array may have.</param>
    /// <param name="batch">The requests of an array; null where it is none.</param>
    /// <param name="isNamed">Whether something else names the document, so that no query is needed.</param>
    /// <param name="hasSets">Whether variables may be an array of objects.</param>
    /// <exception cref="RequestFormatException">It is neither; every fault is named.</exception>
    public static RequestParts Read(
        ReadOnlyMemory<byte> json, int maxBatchSize, out IReadOnlyList<RequestParts>? batch, bool isNamed = false, bool hasSets = false)
    {
        if (json.Span.StartsWith(ByteOrderMark)) json = json[ByteOrderMark.Length..];
        if (json.IsEmpty) throw RequestFormatException.Unreadable("The request body is empty.");
        if (!Utf8.IsValid(json.Span)) throw RequestFormatException.Unreadable("The request body is not valid UTF-8.");

        var reader = new Utf8JsonReader(json.Span);
        try
        {
            reader.Read();
            RequestParts single = default;
            batch = null;
            if (reader.TokenType == JsonTokenType.StartArray) batch = ReadBatch(json, ref reader, maxBatchSize, hasSets);
            else single = ReadRequest(json, ref reader, isNamed, hasSets);
            reader.Read();
            return single;
        }
        catch (JsonException exception)
        {
            throw RequestFormatException.Unreadable(
                $"The request body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            throw RequestFormatException.Unreadable("The request body has a name that is not valid Unicode.");
        }
    }

    /// <summary>Reads a JSON object that is a member of its own: the variables or extensions of a GET.</summary>
    /// <exception cref="RequestFormatException">It is no JSON object.</exception>
    public static ReadOnlyMemory<byte> ReadObject(ReadOnlyMemory<byte> json, string name)
    {
        var reader = new Utf8JsonReader(json.Span);
        try
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) return default;
            if (reader.TokenType != JsonTokenType.StartObject) throw RequestFormatException.Malformed($"The {name} must be a JSON object.");
            reader.Skip();
            reader.Read();
            return json;
        }
        catch (JsonException)
        {
            throw RequestFormatException.Unreadable($"The {name} are not valid JSON.");
        }
    }

    private static List<RequestParts> ReadBatch(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader, int maxBatchSize, bool hasSets)
    {
        if (maxBatchSize == 0) throw RequestFormatException.Malformed("The request body must be a JSON object; batches are not accepted.");
        var batch = new List<RequestParts>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (batch.Count == maxBatchSize) throw RequestFormatException.TooLarge($"A batch may have {maxBatchSize} requests.");
            batch.Add(ReadRequest(json, ref reader, isNamed: false, hasSets));
        }

        return batch.Count > 0 ? batch : throw RequestFormatException.Malformed("A batch must have one request at least.");
    }

    private static RequestParts ReadRequest(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader, bool isNamed, bool hasSets)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw RequestFormatException.Malformed("A request must be a JSON object.");

        List<IError>? faults = null;
        ReadOnlyMemory<byte> query = default, variables = default, extensions = default;
        string? operationName = null, documentId = null;
        var (hasQuery, escaped) = (false, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("query"u8))
            {
                reader.Read();
                (hasQuery, escaped) = (reader.TokenType != JsonTokenType.Null, reader.ValueIsEscaped);
                if (reader.TokenType == JsonTokenType.String) query = json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                else if (hasQuery) Expect(ref faults, "query", "a string");
                reader.Skip();
            }
            else if (reader.ValueTextEquals("operationName"u8)) operationName = ReadText(ref reader, "operationName", ref faults);
            else if (reader.ValueTextEquals("documentId"u8) || reader.ValueTextEquals("id"u8)) documentId = ReadText(ref reader, "documentId", ref faults) ?? documentId;
            else if (reader.ValueTextEquals("variables"u8)) variables = ReadMap(json, ref reader, "variables", ref faults, hasSets);
            else if (reader.ValueTextEquals("extensions"u8)) extensions = ReadMap(json, ref reader, "extensions", ref faults);
            else reader.Skip();
        }

        var hash = PersistedQuery.HashIn(extensions.Span);
        if (!hasQuery && !isNamed && (documentId ?? hash) is null) (faults ??= []).Insert(0, Fault("The request has no query."));
        return faults is null
            ? new(query, escaped, operationName, variables, extensions) { DocumentId = documentId, DocumentHash = hash }
            : throw RequestFormatException.Malformed(faults);
    }

    private static string? ReadText(ref Utf8JsonReader reader, string member, ref List<IError>? faults)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            try
            {
                return reader.GetString() is { Length: > 0 } text ? text : null;
            }
            catch (InvalidOperationException)
            {
                // Half of a surrogate pair, which no name has.
                (faults ??= []).Add(Fault($"The {member} is not valid Unicode."));
                return null;
            }
        }

        if (reader.TokenType != JsonTokenType.Null) Expect(ref faults, member, "a string");
        reader.Skip();
        return null;
    }

    private static ReadOnlyMemory<byte> ReadMap(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader, string name, ref List<IError>? faults, bool mayBeArray = false)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var isMap = reader.TokenType == JsonTokenType.StartObject || (mayBeArray && reader.TokenType == JsonTokenType.StartArray);
        if (!isMap && reader.TokenType != JsonTokenType.Null) Expect(ref faults, name, "a JSON object");
        reader.Skip();
        return isMap ? json[start..(int)reader.BytesConsumed] : default;
    }

    private static void Expect(ref List<IError>? faults, string name, string kind) =>
        (faults ??= []).Add(Fault($"The {name} must be {kind}."));

    private static GraphQLError Fault(string message) => new(message) { Code = ErrorCodes.InvalidRequest };
}
