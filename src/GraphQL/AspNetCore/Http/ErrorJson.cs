using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>Writes the errors that a transport finds by itself.</summary>
internal static class ErrorJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A response that has errors and no data.</summary>
    public static ReadOnlyMemory<byte> Response(IReadOnlyList<IError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Relaxed);
        json.WriteStartObject();
        json.WritePropertyName("errors");
        WriteErrors(json, errors);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The errors alone, as an array.</summary>
    public static ReadOnlyMemory<byte> Array(IReadOnlyList<IError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Relaxed);
        WriteErrors(json, errors);
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteErrors(Utf8JsonWriter json, IReadOnlyList<IError> errors)
    {
        json.WriteStartArray();
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("message", error.Message);
            if (error.Code is { } code)
            {
                json.WriteStartObject("extensions");
                json.WriteString("code", code);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
