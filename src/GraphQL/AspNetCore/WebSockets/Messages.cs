using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Investr.GraphQL.AspNetCore.WebSockets;

/// <summary>The messages that a client may send.</summary>
internal enum MessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
    Terminate,
}

/// <summary>A client's message; <see cref="Payload"/> is raw JSON, empty where there was none.</summary>
internal readonly record struct ClientMessage(MessageType Type, string Id, ReadOnlyMemory<byte> Payload);

/// <summary>Reads and writes the envelopes of messages.</summary>
internal static class Messages
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ProtocolException">It is no message that a client may send.</exception>
    public static ClientMessage Read(ReadOnlyMemory<byte> json, WebSocketDialect dialect)
    {
        try
        {
            var (type, id, payload) = ReadMembers(json);
            var known = type switch
            {
                "connection_init" => MessageType.ConnectionInit,
                _ when type == dialect.Subscribe => MessageType.Subscribe,
                _ when type == dialect.Stop => MessageType.Complete,
                "ping" when !dialect.IsLegacy => MessageType.Ping,
                "pong" when !dialect.IsLegacy => MessageType.Pong,
                "connection_terminate" when dialect.IsLegacy => MessageType.Terminate,
                null => throw Invalid("Message is missing the 'type' property"),
                _ => throw Invalid("Invalid message 'type' property"),
            };
            if (known is MessageType.Subscribe or MessageType.Complete && string.IsNullOrEmpty(id)) throw Invalid("Message needs a non-empty 'id' property");
            if (known is MessageType.Subscribe && payload.IsEmpty) throw Invalid($"\"{type}\" message expects the 'payload' property to be an object");
            return new(known, id ?? "", payload);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Invalid("Invalid message received");
        }
    }

    /// <summary>A message without an operation, with a raw payload where one is given.</summary>
    public static byte[] Write(string type, ReadOnlySpan<byte> payload = default) => Write(null, type, payload);

    public static byte[] Write(string? id, string type, ReadOnlySpan<byte> payload = default)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new() { Encoder = Relaxed.Encoder });
        json.WriteStartObject();
        if (id is not null) json.WriteString("id", id);
        json.WriteString("type", type);
        if (!payload.IsEmpty)
        {
            json.WritePropertyName("payload");
            json.WriteRawValue(payload, skipInputValidation: true);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>What stands before each response of an operation; one closing brace stands behind.</summary>
    public static byte[] NextPrefix(string id, string type) =>
    [
        .. "{\"id\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(id, Relaxed),
        .. ",\"type\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(type), .. ",\"payload\":"u8,
    ];

    public static byte[] Payload(IReadOnlyDictionary<string, object?> payload) => JsonSerializer.SerializeToUtf8Bytes(payload, Relaxed);

    private static (string? Type, string? Id, ReadOnlyMemory<byte> Payload) ReadMembers(ReadOnlyMemory<byte> json)
    {
        string? type = null, id = null;
        ReadOnlyMemory<byte> payload = default;
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw Invalid("Message is expected to be an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8)) type = ReadString(ref reader);
            else if (reader.ValueTextEquals("id"u8)) id = ReadString(ref reader);
            else if (reader.ValueTextEquals("payload"u8)) payload = ReadPayload(json, ref reader);
            else reader.Skip();
        }

        reader.Read();
        return (type, id, payload);
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : throw Invalid("Message properties 'type' and 'id' must be strings");
    }

    private static ReadOnlyMemory<byte> ReadPayload(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return default;
        if (reader.TokenType != JsonTokenType.StartObject) throw Invalid("Message property 'payload' must be an object");
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    private static ProtocolException Invalid(string why) => new(CloseReason.InvalidMessage(why));
}
