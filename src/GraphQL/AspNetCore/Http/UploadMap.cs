using System.Globalization;
using System.Text.Json;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>The map of a multipart request: which part stands at which places of the operations.</summary>
internal static class UploadMap
{
    /// <summary>The places by part. Each must be there and hold null, and belongs to one part.</summary>
    /// <exception cref="RequestFormatException">The map is no map of that kind; every wrong place is named.</exception>
    public static Dictionary<string, List<string>> Read(ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> operations)
    {
        try
        {
            using var map = JsonDocument.Parse(json);
            using var request = JsonDocument.Parse(operations);
            return Read(map.RootElement, request.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Text that is no Unicode is found when it is read, and not by the parser.
            throw RequestFormatException.Unreadable("The parts operations and map must be JSON.");
        }
    }

    private static Dictionary<string, List<string>> Read(JsonElement map, JsonElement operations)
    {
        if (map.ValueKind != JsonValueKind.Object) throw RequestFormatException.Malformed("The map must be a JSON object.");

        var faults = new List<IError>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var parts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var part in map.EnumerateObject())
        {
            var places = parts[part.Name] = [];
            if (part.Value.ValueKind != JsonValueKind.Array) faults.Add(Fault($"The map's entry \"{part.Name}\" must be an array of places."));
            else places.AddRange(part.Value.EnumerateArray().Select(place => place.ValueKind == JsonValueKind.String ? place.GetString()! : place.GetRawText()));

            foreach (var place in places)
            {
                if (!IsNullAt(operations, place)) faults.Add(Fault($"The map's entry \"{part.Name}\" names \"{place}\", where the operations have no null."));
                else if (!taken.Add(place)) faults.Add(Fault($"The map names \"{place}\" twice."));
            }
        }

        return faults.Count == 0 ? parts : throw RequestFormatException.Malformed(faults);
    }

    private static bool IsNullAt(JsonElement operations, string place)
    {
        var at = operations;
        foreach (var step in place.Split('.'))
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out var member)) at = member;
            else if (at.ValueKind == JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < at.GetArrayLength()) at = at[index];
            else return false;
        }

        return at.ValueKind == JsonValueKind.Null;
    }

    private static GraphQLError Fault(string message) => new(message) { Code = ErrorCodes.InvalidRequest };
}
