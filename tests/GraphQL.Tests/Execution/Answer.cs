using System.Text.Json;

namespace Investr.GraphQL.Tests.Execution;

/// <summary>A response taken apart.</summary>
internal sealed record Answer(string Data, IReadOnlyList<string> Paths, IReadOnlyList<string> Messages, IReadOnlyList<string?> Codes)
{
    public static Answer Of(string json)
    {
        using var response = JsonDocument.Parse(json);
        var errors = response.RootElement.TryGetProperty("errors", out var told) ? told.EnumerateArray().ToArray() : [];
        return new(
            response.RootElement.TryGetProperty("data", out var data) ? data.GetRawText() : "",
            [.. errors.Select(error => error.TryGetProperty("path", out var path) ? string.Join('.', path.EnumerateArray()) : "")],
            [.. errors.Select(error => error.GetProperty("message").GetString()!)],
            [.. errors.Select(error => error.TryGetProperty("extensions", out var extensions) ? extensions.GetProperty("code").GetString() : null)]);
    }
}
