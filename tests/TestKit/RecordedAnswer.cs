using System.Text.Json;

namespace Investr.TestKit;

/// <summary>An answer that an API once gave, or is documented to give, from the samples beside the repository.</summary>
/// <param name="Id">Its name, such as error-429-minute.</param>
/// <param name="Case">What it is an example of, such as rate-limit.</param>
/// <param name="Path">The path that was asked.</param>
/// <param name="Query">What the query had.</param>
/// <param name="Answer">The answer.</param>
public sealed record RecordedAnswer(string Id, string Case, string Path, IReadOnlyDictionary<string, string> Query, StubAnswer Answer)
{
    /// <summary>Every answer of a provider that came over HTTP, by its id; null where the samples are missing.</summary>
    public static IReadOnlyDictionary<string, RecordedAnswer>? Of(string provider)
    {
        var folder = Repository.Sample($"market-data/recorded/{provider}");
        var manifest = System.IO.Path.Combine(folder, "manifest.json");
        if (!File.Exists(manifest)) return null;

        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return json.RootElement.GetProperty("entries").EnumerateArray()
            .Where(entry => entry.TryGetProperty("request", out _))
            .Select(entry => Read(entry, folder))
            .ToDictionary(answer => answer.Id, StringComparer.Ordinal);
    }

    /// <summary>What a provider's API sent over a WebSocket, message by message; null where the samples are missing.</summary>
    public static IReadOnlyList<string>? Frames(string provider, string file)
    {
        var path = Repository.Sample($"market-data/recorded/{provider}/{file}");
        if (!File.Exists(path)) return null;

        List<string> frames = [];
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("recv", out var frame)) frames.Add(frame.GetRawText());
        }

        return frames;
    }

    private static RecordedAnswer Read(JsonElement entry, string folder)
    {
        var (request, response) = (entry.GetProperty("request"), entry.GetProperty("response"));
        var headers = Texts(response.GetProperty("headers"));
        return new RecordedAnswer(
            entry.GetProperty("id").GetString()!,
            entry.GetProperty("case").GetString()!,
            request.GetProperty("path").GetString()!,
            Texts(request.GetProperty("query")),
            new StubAnswer(File.ReadAllBytes(System.IO.Path.Combine(folder, response.GetProperty("bodyFile").GetString()!)))
            {
                Status = response.GetProperty("status").GetInt32(),
                ContentType = headers["Content-Type"],
                Headers = headers.Where(header => header.Key != "Content-Type").ToDictionary(),
            });
    }

    private static Dictionary<string, string> Texts(JsonElement values) =>
        values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!, StringComparer.Ordinal);
}
