using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Investr.Conformance.Tests.Oracle;

/// <summary>graphql-js in a Node process of its own, asked through its standard input. Tests skip where there is no Node.</summary>
public sealed class GraphQLJs : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly NodeProject _node;
    private readonly Process? _process;

    public GraphQLJs(NodeProject node)
    {
        _node = node;
        if (node.IsReady) _process = Start("node", node.Folder, "oracle.mjs");
    }

    /// <summary>Asks for a command's result.</summary>
    public async Task<JsonElement> AskAsync(string command, JsonObject parameters)
    {
        _node.SkipWithoutNode();

        parameters["command"] = command;
        await _turn.WaitAsync();
        try
        {
            await _process!.StandardInput.WriteLineAsync(parameters.ToJsonString());
            await _process.StandardInput.FlushAsync();
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("graphql-js has ended.");
            var answer = JsonDocument.Parse(line).RootElement;
            return answer.TryGetProperty("result", out var result)
                ? result
                : throw new InvalidOperationException(answer.GetProperty("failure").GetString());
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks for the results of one command on many documents, some hundred at a time.</summary>
    public async Task<IReadOnlyList<JsonElement>> AskAllAsync(string command, IReadOnlyList<string> documents, JsonObject? parameters = null)
    {
        var results = new List<JsonElement>(documents.Count);
        foreach (var batch in documents.Chunk(500))
        {
            var request = (JsonObject)(parameters?.DeepClone() ?? new JsonObject());
            request["documents"] = new JsonArray([.. batch.Select(document => JsonValue.Create(document))]);
            results.AddRange((await AskAsync(command, request)).EnumerateArray());
        }

        return results;
    }

    public void Dispose()
    {
        _process?.StandardInput.Close();
        _process?.WaitForExit(TimeSpan.FromSeconds(5));
        _process?.Dispose();
        _turn.Dispose();
    }

    private static Process Start(string program, string folder, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        })!;
}

/// <summary>The tests that share one Node process.</summary>
[CollectionDefinition(Name)]
public sealed class GraphQLJsCollection : ICollectionFixture<GraphQLJs>
{
    public const string Name = "graphql-js";
}
