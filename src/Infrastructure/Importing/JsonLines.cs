using System.Text.Json;

namespace Investr.Infrastructure.Importing;

/// <summary>A JSON object with a list in it, whose elements know the lines on which they begin.</summary>
/// <param name="Items">The list's elements.</param>
/// <param name="Others">The object's other fields.</param>
internal sealed record JsonLines(IReadOnlyList<(int Line, JsonElement Element)> Items, IReadOnlyDictionary<string, JsonElement> Others)
{
    /// <summary>Reads an object; null where it is something else, or has no such list.</summary>
    /// <param name="json">The file.</param>
    /// <param name="list">The list's name.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonLines? ObjectOf(ReadOnlySpan<byte> json, string list)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;

        List<(int, JsonElement)>? items = null;
        var others = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == list && reader.TokenType == JsonTokenType.StartArray) items = ItemsOf(ref reader, json);
            else others[name] = JsonElement.ParseValue(ref reader);
        }

        // What follows the object is no JSON, and the reader says so.
        reader.Read();
        return items is null ? null : new(items, others);
    }

    private static List<(int Line, JsonElement Element)> ItemsOf(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var items = new List<(int, JsonElement)>();
        var (line, counted) = (1, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            line += json[counted..start].Count((byte)'\n');
            counted = start;
            items.Add((line, JsonElement.ParseValue(ref reader)));
        }

        return items;
    }
}
