
namespace Investr.GraphQL.Tests.Execution;

/// <summary>Asks a server whose answers may come in parts.</summary>
internal static class IncrementalServer
{
    public const string Directives = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD

        """;

    /// <summary>The answer's parts as JSON, one where it comes whole.</summary>
    public static async Task<IReadOnlyList<string>> PartsAsync(
        this TestServer server, string query, string variables = "{}", IncrementalFormat format = IncrementalFormat.Current)
    {
        using var running = server.Start();
        using var answer = await running.BeginAsync(query, variables, format);
        if (answer is not ResponseStream stream) return [answer.ToJson()];

        var parts = new List<string>();
        await foreach (var part in stream.ReadResultsAsync())
        {
            using (part) parts.Add(part.ToJson());
        }

        return parts;
    }
}
