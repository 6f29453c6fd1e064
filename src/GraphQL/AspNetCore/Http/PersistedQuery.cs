using System.Text.Json;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The extension by which clients have documents remembered: <c>"persistedQuery": { "version": 1, "sha256Hash": "…" }</c>.</summary>
internal static class PersistedQuery
{
    /// <summary>The hash in a request's extensions; null where there is none.</summary>
    public static string? HashIn(ReadOnlySpan<byte> extensions)
    {
        if (extensions.IndexOf("persistedQuery"u8) < 0) return null;

        var reader = new Utf8JsonReader(extensions);
        return Enter(ref reader) && Find(ref reader, "persistedQuery"u8) && reader.TokenType == JsonTokenType.StartObject
            && Find(ref reader, "sha256Hash"u8) && reader.TokenType == JsonTokenType.String
            ? reader.GetString()
            : null;
    }

    private static bool Enter(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.StartObject;

    /// <summary>Goes to the value of a member of the object that the reader stands in.</summary>
    private static bool Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt) return true;
            reader.Skip();
        }

        return false;
    }
}
