using System.Text.Json;
using System.Text.Json.Nodes;
using Investr.Conformance.Tests.Oracle;
using Investr.Conformance.Tests.Validation;
using Investr.GraphQL;
using Investr.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Conformance.Tests.Execution;

/// <summary>@defer and @stream against graphql-js 17: random valid documents in worlds of values, nulls, failures and delays.</summary>
/// <remarks>
/// Answers are compared in their normal form (<see cref="IncrementalAnswer"/>). Without delays all of it is: the data, each error, what was
/// announced, brought and completed. With delays it is the data, whether there are errors, and which fragments and streams failed: which of
/// several errors is told, and whether a fragment whose fields others have brought is announced at all, depends on what came first.
/// Where no fragment fails, the data of all parts is that of the answer in one, and there are errors in both or in none.
/// </remarks>
[Collection(GraphQLJsCollection.Name)]
public sealed class IncrementalConformanceTests(GraphQLJs graphql, ITestOutputHelper output)
{
    private const int Documents = 6_000;

    [Theory]
    [InlineData(nameof(ValidationSchemas.Zoo), false)]
    [InlineData(nameof(ValidationSchemas.Zoo), true)]
    [InlineData(nameof(ValidationSchemas.Market), false)]
    [InlineData(nameof(ValidationSchemas.Market), true)]
    public async Task Random_requests_are_answered_in_parts_as_graphql_js_answers_them(string name, bool late)
    {
        var sdl = ValidationSchemas.Incremental + ValidationSchemas.All[name];
        var (schema, seed) = (World.SchemaOf(sdl), Seed.Next(output));
        using var executor = new RequestExecutor(schema, RandomRequest.Unlimited, [], [], TimeProvider.System);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await graphql.AskAsync("incrementalSchema", new JsonObject { ["name"] = name + "17", ["sdl"] = sdl });

        var (compared, inParts, fragments, failed) = (0, 0, 0, 0);
        var generator = new DocumentGenerator(schema, seed) { Incremental = true };
        foreach (var requests in RandomRequest.Make(schema, generator, Documents, seed).Chunk(250))
        {
            var asked = new JsonArray([.. requests.Select(request => request.ToJson(late))]);
            var answers = await graphql.AskAsync("executeIncrementally", new JsonObject { ["name"] = name + "17", ["requests"] = asked });
            foreach (var (request, theirs) in requests.Zip(answers.EnumerateArray()))
            {
                var payloads = await AskAsync(executor, request.ToOperation(schema, services, late, incremental: true));
                var (expected, given) = (Read(request, [.. theirs.EnumerateArray()]), Read(request, payloads));
                Compare(request, expected, given, late);
                using var whole = await executor.ExecuteAsync(request.ToOperation(schema, services, late: false));
                CompareWithWhole(request, given, JsonDocument.Parse(whole.ToJson()).RootElement);
                compared++;
                if (payloads.Count > 1) inParts++;
                fragments += given.Announced;
                failed += given.Failed.Count;
            }
        }

        output.WriteLine($"{name}: {compared} answers alike, {inParts} in parts; {fragments} fragments and streams, {failed} of them failed.");
        Assert.True(inParts > compared / 5, $"Only {inParts} of {compared} answers came in parts.");
    }

    private static async Task<IReadOnlyList<JsonElement>> AskAsync(RequestExecutor executor, OperationRequest request)
    {
        using var answer = await executor.ExecuteAsync(request);
        if (answer is not ResponseStream stream) return [JsonDocument.Parse(answer.ToJson()).RootElement];

        var payloads = new List<JsonElement>();
        await foreach (var payload in stream.ReadResultsAsync())
        {
            using (payload) payloads.Add(JsonDocument.Parse(payload.ToJson()).RootElement);
        }

        return payloads;
    }

    private static IncrementalAnswer Read(RandomRequest request, IReadOnlyList<JsonElement> payloads)
    {
        try
        {
            return new(payloads);
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"{Told(request)}\n{string.Join('\n', payloads)}\n{broken.Message}", broken);
        }
    }

    private static void Compare(RandomRequest request, IncrementalAnswer expected, IncrementalAnswer given, bool late)
    {
        Same(request, expected.IsRefused.ToString(), given.IsRefused.ToString());
        Same(request, expected.Data, given.Data);
        if (expected.IsRefused) return;

        if (late)
        {
            Same(request, string.Join('\n', expected.Failed), string.Join('\n', given.Failed));
            Same(request, (expected.Errors.Count == 0).ToString(), (given.Errors.Count == 0).ToString());
            return;
        }

        Same(request, string.Join('\n', expected.Errors), string.Join('\n', given.Errors));
        Same(request, expected.Told, given.Told);
    }

    private static void CompareWithWhole(RandomRequest request, IncrementalAnswer given, JsonElement whole)
    {
        if (given.IsRefused || given.Failed.Count > 0) return;
        Same(request, IncrementalAnswer.Canonical(JsonNode.Parse(whole.GetProperty("data").GetRawText())), given.Data);
        Same(request, (IncrementalAnswer.ErrorsOf(whole).Count == 0).ToString(), (given.Errors.Count == 0).ToString());
    }

    private static void Same(RandomRequest request, string expected, string given) =>
        Assert.True(expected == given, $"{Told(request)}\nshould give\n{expected}\nbut gives\n{given}");

    private static string Told(RandomRequest request) =>
        $"{request.Document}\n{request.Variables.ToJsonString()}\n(seed {request.Seed}, badness {request.Badness})";
}
