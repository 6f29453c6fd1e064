using System.Text.Json;
using System.Text.Json.Nodes;

namespace Investr.Conformance.Tests.Execution;

/// <summary>The normal form of an answer in parts: what a client knows when all have come, and what it was told on the way, whatever the
/// payloads in which it came.</summary>
/// <remarks>
/// Legal regrouping is what the specification leaves open: which payload brings what, under which ids, in which order, and how many items
/// of a stream come together, and whether a fragment is announced at all whose fields others have brought before its turn. So fragments that
/// bring nothing are left out, ids are replaced by the place and label that they stand for, lists that have no order are sorted, fields
/// of objects too, and the increments of one stream are joined.
/// Reading an answer also checks the protocol: an id is announced before it is used and completed once, nothing is sent twice or to a
/// place that is not there, and the last payload, and only that, says that none follows.
/// </remarks>
internal sealed class IncrementalAnswer
{
    private readonly JsonNode? _data;
    private readonly Dictionary<string, (IReadOnlyList<JsonNode> Path, string Name)> _announced = [];
    private readonly Dictionary<string, List<string>> _streamed = [];
    private readonly HashSet<string> _brought = [];
    private readonly List<string> _errors = [];
    private readonly List<string> _pending = [];
    private readonly List<string> _completed = [];
    private readonly List<string> _increments = [];
    private readonly List<string> _failed = [];

    public IncrementalAnswer(IReadOnlyList<JsonElement> payloads)
    {
        _data = payloads[0].TryGetProperty("data", out var data) ? JsonNode.Parse(data.GetRawText()) : null;
        IsRefused = data.ValueKind == JsonValueKind.Undefined;
        AddErrors(payloads[0]);
        for (var i = 0; i < payloads.Count; i++)
        {
            Read(payloads[i]);
            var hasNext = payloads[i].TryGetProperty("hasNext", out var next) && next.GetBoolean();
            Check(hasNext == i < payloads.Count - 1, "hasNext is wrong");
        }

        Check(_announced.Count == 0, "what was announced was not completed");
        _increments.AddRange(_streamed.Select(stream => $"{stream.Key}: {string.Join(',', stream.Value)}"));
    }

    /// <summary>Whether nothing was executed.</summary>
    public bool IsRefused { get; }

    /// <summary>The data when all has come.</summary>
    public string Data => Canonical(_data);

    /// <summary>The errors in the data, and not those that ended fragments and streams.</summary>
    public IReadOnlyList<string> Errors => [.. _errors.Order(StringComparer.Ordinal)];

    /// <summary>The fragments and streams that ended in errors, by place and label.</summary>
    public IReadOnlyList<string> Failed => [.. _failed.Order(StringComparer.Ordinal)];

    /// <summary>All that was told, sorted: announcements, increments, completions with their errors.</summary>
    public string Told => string.Join('\n', new[] { _pending, _increments, _completed }.SelectMany(part => part.Order(StringComparer.Ordinal)));

    /// <summary>How many fragments and streams there were.</summary>
    public int Announced => _pending.Count;

    /// <summary>A response's errors by place, message and locations, sorted.</summary>
    public static IReadOnlyList<string> ErrorsOf(JsonElement response) => response.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(Describe).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>JSON without whitespace, the fields of objects sorted.</summary>
    public static string Canonical(JsonNode? node) => Sorted(node)?.ToJsonString() ?? "null";

    private void Read(JsonElement payload)
    {
        foreach (var pending in Each(payload, "pending")) Announce(pending);
        foreach (var increment in Each(payload, "incremental")) Apply(increment);
        foreach (var pending in Each(payload, "pending")) Check(Find(PathOf(pending, "path")) is JsonObject or JsonArray, "what is announced has no place");
        foreach (var completed in Each(payload, "completed"))
        {
            Check(_announced.Remove(IdOf(completed), out var known), "what was not announced is completed");
            var hasFailed = completed.TryGetProperty("errors", out _);
            if (hasFailed) _failed.Add(known.Name);
            if (hasFailed || _brought.Contains(IdOf(completed)) || Find(known.Path) is JsonArray)
                _completed.Add($"completed {known.Name} {string.Join("; ", ErrorsOf(completed))}");
            else _pending.Remove($"pending {known.Name}");
        }
    }

    private void Announce(JsonElement pending)
    {
        var path = PathOf(pending, "path");
        var label = pending.TryGetProperty("label", out var given) ? given.GetString() : "";
        var name = $"/{string.Join('/', path)} {label}";
        Check(_announced.TryAdd(IdOf(pending), (path, name)), "an id is used twice");
        _pending.Add($"pending {name}");
    }

    private void Apply(JsonElement increment)
    {
        Check(_announced.TryGetValue(IdOf(increment), out var known), "an increment belongs to nothing that is awaited");
        AddErrors(increment);
        _brought.Add(IdOf(increment));
        IReadOnlyList<JsonNode> path = [.. known.Path, .. PathOf(increment, "subPath")];
        var errors = string.Join("; ", ErrorsOf(increment));
        if (increment.TryGetProperty("items", out var items))
        {
            var list = (JsonArray)Find(path)!;
            foreach (var item in items.EnumerateArray()) list.Add(JsonNode.Parse(item.GetRawText()));
            var name = $"items of {known.Name}";
            if (!_streamed.TryGetValue(name, out var told)) _streamed.Add(name, told = []);
            told.Add($"{string.Join(',', items.EnumerateArray().Select(item => Canonical(JsonNode.Parse(item.GetRawText()))))}{errors}");
            return;
        }

        var (data, place) = (JsonNode.Parse(increment.GetProperty("data").GetRawText())!.AsObject(), (JsonObject)Find(path)!);
        _increments.Add($"data at /{string.Join('/', path)} {Canonical(data)} {errors}");
        foreach (var (name, value) in data.ToList())
        {
            Check(!place.ContainsKey(name), $"{name} is sent twice");
            place[name] = value?.DeepClone();
        }
    }

    private JsonNode? Find(IEnumerable<JsonNode> path) => path.Aggregate(
        _data, (at, step) => step.GetValueKind() == JsonValueKind.Number ? at![step.GetValue<int>()] : at![step.GetValue<string>()]);

    private void AddErrors(JsonElement part) => _errors.AddRange(ErrorsOf(part));

    private static string Describe(JsonElement error)
    {
        var path = error.TryGetProperty("path", out var given)
            ? given.ValueKind == JsonValueKind.String ? given.GetString() : string.Join('.', given.EnumerateArray())
            : "";
        var locations = error.TryGetProperty("locations", out var places)
            ? places.EnumerateArray().Select(place => place.ValueKind == JsonValueKind.Array
                ? $"{place[0]}:{place[1]}"
                : $"{place.GetProperty("line")}:{place.GetProperty("column")}")
            : [];
        return $"{path}: {MessageOf(error)} {string.Join(' ', locations)}";
    }

    // An interface that nothing implements is a fault of the schema's maker: clients of graphql-js are told of it, ours that something
    // failed.
    private static string MessageOf(JsonElement error) => error.GetProperty("message").GetString() is var message
        && message!.StartsWith("Abstract type \"", StringComparison.Ordinal) ? "Unexpected Execution Error" : message!;

    private static JsonElement.ArrayEnumerator Each(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static string IdOf(JsonElement item) => item.GetProperty("id").GetString()!;

    private static IReadOnlyList<JsonNode> PathOf(JsonElement item, string name) =>
        [.. Each(item, name).Select(step => JsonNode.Parse(step.GetRawText())!)];

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static void Check(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException($"The protocol is broken: {otherwise}.");
    }
}
