using System.Text.Json;
using System.Text.Json.Nodes;
using Investr.Conformance.Tests.Oracle;
using Investr.GraphQL;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation;

namespace Investr.Conformance.Tests.Validation;

/// <summary>Validation against graphql-js: the same errors at the same places, whatever their order.</summary>
/// <remarks>
/// Where the two differ on purpose, documents are not compared, or only as said:
/// limits (ours are finite by default, graphql-js has few; here they are out of reach);
/// documents with type system definitions (we say that they are not executable, and look no further);
/// @skip and @include at the root of a subscription (refused as the specification of September 2025 asks; graphql-js 16 evaluates them, or throws);
/// the reason of @deprecated and introspection's includeDeprecated (non-null since September 2025).
/// </remarks>
[Collection(GraphQLJsCollection.Name)]
public sealed class ValidationConformanceTests(GraphQLJs graphql, ITestOutputHelper output)
{
    private const int GeneratedDocuments = 20_000;

    private static readonly RequestOptions Unlimited = new()
    {
        MaxExecutionDepth = int.MaxValue,
        MaxFieldCycleDepth = int.MaxValue,
        MaxLocationsPerError = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxFieldMergeComparisons = int.MaxValue,
        MaxFragmentVisits = int.MaxValue,
        MaxDirectives = int.MaxValue,
    };

    private static readonly Dictionary<string, Schema> Schemas =
        ValidationSchemas.All.ToDictionary(schema => schema.Key, schema => SchemaFromSdl.Build(schema.Value));

    [Fact]
    public async Task The_corpus_gives_graphql_js_s_errors()
    {
        var corpus = ValidationCorpus.Documents.ToList();
        Assert.True(corpus.Count >= 600, $"{corpus.Count} documents are too few.");

        foreach (var documents in corpus.GroupBy(entry => entry.Schema, entry => entry.Document)) await CompareAsync(documents.Key, [.. documents]);
    }

    [Theory]
    [InlineData(nameof(ValidationSchemas.Zoo))]
    [InlineData(nameof(ValidationSchemas.Market))]
    public async Task Generated_documents_give_graphql_js_s_errors(string schema)
    {
        var generator = new DocumentGenerator(Schemas[schema], Seed.Next(output));

        await CompareAsync(schema, [.. Enumerable.Range(0, GeneratedDocuments / 2).Select(_ => generator.Next())]);
    }

    [Theory]
    [InlineData(nameof(ValidationSchemas.Zoo))]
    [InlineData(nameof(ValidationSchemas.Market))]
    public async Task Defer_and_stream_give_graphql_js_17_s_errors(string name)
    {
        var sdl = ValidationSchemas.Incremental + ValidationSchemas.All[name];
        var schema = SchemaFromSdl.Build(sdl);
        var generator = new DocumentGenerator(schema, Seed.Next(output)) { Incremental = true };
        string[] documents = [.. Enumerable.Range(0, GeneratedDocuments / 4).Select(_ => generator.Next())];
        await graphql.AskAsync("incrementalSchema", new JsonObject { ["name"] = name + "17", ["sdl"] = sdl });
        var expected = await graphql.AskAllAsync("validateIncremental", documents, new JsonObject { ["name"] = name + "17" });

        var told = 0;
        for (var i = 0; i < documents.Length; i++)
        {
            var theirs = expected[i].EnumerateArray().Select(Describe).Where(IsOfIncrementalDelivery).Order(StringComparer.Ordinal).ToList();
            var errors = DocumentValidator.Validate(schema, Parser.Parse(documents[i]), Unlimited);
            var ours = errors.Select(Describe).Where(IsOfIncrementalDelivery).Order(StringComparer.Ordinal).ToList();
            told += theirs.Count;
            Assert.True(
                theirs.SequenceEqual(ours),
                $"{documents[i]}\nshould give\n{string.Join('\n', theirs.Except(ours))}\nbut gives\n{string.Join('\n', ours.Except(theirs))}");
        }

        output.WriteLine($"{name}: {documents.Length} documents, {told} errors alike.");
        Assert.True(told > 100, "Too few documents break these rules.");
    }

    private static bool IsOfIncrementalDelivery(string error) =>
        error.Contains("directive cannot be used on root", StringComparison.Ordinal)
        || error.Contains("directive not supported on subscription", StringComparison.Ordinal)
        || error.Contains("label:", StringComparison.Ordinal)
        || error.Contains("non-list field", StringComparison.Ordinal)
        || error.Contains("stream directives", StringComparison.Ordinal);

    private async Task CompareAsync(string schema, IReadOnlyList<string> documents)
    {
        await graphql.AskAsync("schema", new JsonObject { ["name"] = schema, ["sdl"] = ValidationSchemas.All[schema] });
        var expected = await graphql.AskAllAsync("validate", documents, new JsonObject { ["name"] = schema });
        var (valid, errors, compared) = (0, 0, 0);
        for (var i = 0; i < documents.Count; i++)
        {
            if (Answers(schema, documents[i], expected[i]) is not (var theirs, var ours)) continue;

            compared++;
            errors += theirs.Count;
            if (theirs.Count == 0) valid++;
            if (!theirs.SequenceEqual(ours)) await FailAsync(schema, documents[i]);
        }

        output.WriteLine($"{schema}: {compared} documents alike, {valid} of them valid, {errors} errors.");
    }

    private async Task FailAsync(string schema, string document)
    {
        var least = await Shrinking.ShrinkAsync(document, async shorter => IsReadable(shorter)
            && await AnswersAsync(schema, shorter) is (var expected, var given) && !expected.SequenceEqual(given));
        var (theirs, ours) = (await AnswersAsync(schema, least))!.Value;
        Assert.Fail(
            $"""
            {least}
            should give
            {string.Join('\n', theirs.Except(ours))}
            but gives
            {string.Join('\n', ours.Except(theirs))}
            ({theirs.Count} errors expected, {ours.Count} given)
            """);
    }

    private async Task<(List<string> Theirs, List<string> Ours)?> AnswersAsync(string schema, string document) =>
        Answers(schema, document, (await graphql.AskAllAsync("validate", [document], new JsonObject { ["name"] = schema }))[0]);

    /// <summary>The errors of both, in one order; null where graphql-js has no answer.</summary>
    private static (List<string> Theirs, List<string> Ours)? Answers(string schema, string text, JsonElement expected)
    {
        if (HasConditionsAtSubscriptionRoot(expected)) return null;

        var document = Parser.Parse(text);
        var theirs = expected.GetProperty("errors").EnumerateArray().Select(Describe).Order(StringComparer.Ordinal).ToList();
        var ours = DocumentValidator.Validate(Schemas[schema], document, Unlimited).Select(Describe).Order(StringComparer.Ordinal).ToList();
        if (document.Definitions.Any(definition => definition is TypeSystemNode)) theirs.RemoveAll(error => !error.Contains("not executable", StringComparison.Ordinal));
        return (theirs, ours);
    }

    private static bool IsReadable(string document)
    {
        try
        {
            Parser.Parse(document);
            return true;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }

    // graphql-js throws there, where it does not answer for another reason.
    private static bool HasConditionsAtSubscriptionRoot(JsonElement answer) => answer.TryGetProperty("refused", out _);

    private static string Describe(JsonElement error) =>
        $"{error.GetProperty("message").GetString()} {error.GetProperty("locations")}";

    private static string Describe(IError error) =>
        $"{error.Message} [{string.Join(',', (error.Locations ?? []).Select(location => $"[{location.Line},{location.Column}]"))}]";
}
