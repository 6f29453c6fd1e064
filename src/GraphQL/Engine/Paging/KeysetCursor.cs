using System.Text.Json;

namespace Investr.GraphQL.Paging;

/// <summary>Cursors of the values that an item is sorted by.</summary>
internal static class KeysetCursor
{
    public static string Encode(object?[] keys) => Cursor.Encode(JsonSerializer.Serialize(keys));

    /// <exception cref="GraphQLException">It is none of an order by these types.</exception>
    public static object?[] Decode(string cursor, Type[] types)
    {
        try
        {
            using var read = JsonDocument.Parse(Cursor.DecodeText(cursor));
            if (read.RootElement is { ValueKind: JsonValueKind.Array } values && values.GetArrayLength() == types.Length)
                return [.. values.EnumerateArray().Zip(types, Value)];
        }
        catch (JsonException)
        {
            // As any other cursor that is none of ours.
        }

        throw Cursor.Unreadable(cursor);
    }

    private static object? Value(JsonElement value, Type type) => value.ValueKind == JsonValueKind.Null && type.IsValueType && Nullable.GetUnderlyingType(type) is null
        ? throw new JsonException("Null is no value of a key that is always there.")
        : value.Deserialize(type);
}
