using Microsoft.AspNetCore.Http;

namespace Investr.TestKit;

/// <summary>What the stub was asked once.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">Its query's values, decoded.</param>
/// <param name="QueryString">The query as it was sent.</param>
/// <param name="Headers">Its headers, whatever their case.</param>
/// <param name="Body">Its body as text.</param>
public sealed record StubCall(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    string QueryString,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    internal static async Task<StubCall> ReadAsync(HttpRequest request)
    {
        using var body = new StreamReader(request.Body);
        return new StubCall(
            request.Method,
            request.Path.Value!,
            request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            request.QueryString.Value!,
            request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync());
    }
}
