using System.Text.Encodings.Web;
using System.Text.Json;

namespace Investr.GraphQL.AspNetCore.Explorer;

/// <summary>Banana Cake Pop's bcp-config.json, its only setting from outside.</summary>
internal static class ExplorerConfig
{
    public const string FileName = "bcp-config.json";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ExplorerOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("endpoint", options.Endpoint);
            json.WriteBoolean("useBrowserUrlAsEndpoint", true);
            // Otherwise it calls its vendor at every start.
            json.WriteBoolean("disableTelemetry", true);
            if (options.Document is { } document) json.WriteString("graphQLDocument", document);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
