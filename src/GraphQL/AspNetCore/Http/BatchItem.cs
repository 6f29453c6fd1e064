using System.Text.Json;

namespace Investr.GraphQL.AspNetCore.Http;

/// <summary>One operation of several in a body: which request it is of, and which set of variables.</summary>
internal readonly record struct BatchItem(RequestParts Parts, int? RequestIndex, int? VariableIndex)
{
    /// <summary>The operations of a body: of one request or an array of them, each once for every set of its variables.</summary>
    /// <exception cref="RequestFormatException">There are more than <paramref name="most"/>, or a set is no JSON object.</exception>
    public static IReadOnlyList<BatchItem> Of(RequestParts single, IReadOnlyList<RequestParts>? batch, int most)
    {
        var items = new List<BatchItem>();
        for (var i = 0; i < (batch?.Count ?? 1); i++)
        {
            var (parts, index) = batch is null ? (single, (int?)null) : (batch[i], i);
            if (!HasSets(parts)) items.Add(new(parts, index, null));
            else items.AddRange(SetsOf(parts).Select((set, place) => new BatchItem(parts with { Variables = set }, index, place)));
            if (items.Count > most) throw RequestFormatException.TooLarge($"A batch may have {most} operations.");
        }

        return items;
    }

    /// <summary>Whether a request brings several sets of variables.</summary>
    public static bool HasSets(RequestParts parts) => parts.Variables.Span is [(byte)'[', ..];

    private static List<ReadOnlyMemory<byte>> SetsOf(RequestParts parts)
    {
        var sets = new List<ReadOnlyMemory<byte>>();
        var reader = new Utf8JsonReader(parts.Variables.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw RequestFormatException.Malformed("Each set of variables must be a JSON object.");
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            sets.Add(parts.Variables[start..(int)reader.BytesConsumed]);
        }

        return sets.Count > 0 ? sets : throw RequestFormatException.Malformed("A batch must have one set of variables at least.");
    }
}
