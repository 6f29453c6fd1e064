using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Investr.GraphQL.Subscriptions;

namespace Investr.GraphQL.PostgreSql;

/// <summary>An event on its way: its topic, its type's name, and itself as JSON.</summary>
internal readonly record struct TopicMessage(string Topic, string Type, JsonElement Event)
{
    /// <summary>The message as JSON of ASCII alone, which a database of any encoding takes.</summary>
    public static ReadOnlyMemory<byte> Write<T>(string topic, T message, JsonSerializerOptions options)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, new() { Encoder = JavaScriptEncoder.Default });
        writer.WriteStartArray();
        writer.WriteStringValue(topic);
        writer.WriteStringValue(MessageName<T>.Value);
        JsonSerializer.Serialize(writer, message, options);
        writer.WriteEndArray();
        writer.Flush();
        return json.WrittenMemory;
    }

    public static TopicMessage Read(ReadOnlyMemory<byte> json)
    {
        var parts = JsonElement.Parse(json.Span);
        return new(parts[0].GetString()!, parts[1].GetString()!, parts[2]);
    }
}
