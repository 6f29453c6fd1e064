using System.Text;
using System.Text.Json;
using Investr.Conformance.Tests.Oracle;
using Investr.GraphQL.Language;

namespace Investr.Conformance.Tests.Language;

/// <summary>The parser and the printer against graphql-js: the same texts accepted, the same messages and places, the same print.</summary>
[Collection(GraphQLJsCollection.Name)]
public sealed class ParserConformanceTests(GraphQLJs graphql, ITestOutputHelper output)
{
    private const int Mutations = 30_000;

    // The limits are ours alone: graphql-js has none by default.
    private static readonly ParserLimits Unlimited = new()
    {
        MaxTokens = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxDepth = 500,
        MaxDirectives = int.MaxValue,
    };

    [Fact]
    public async Task The_corpus_is_read_and_printed_as_graphql_js_does() => await CompareAsync(ParserCorpus.Documents);

    [Fact]
    public async Task Mutated_documents_are_read_and_printed_as_graphql_js_does()
    {
        var seed = Seed.Next(output);
        var random = new Random(seed);
        var mutation = new TextMutation(seed);

        // What is refused already gains less from another change.
        var accepted = ParserCorpus.Documents.Where(document => !Describe(document).StartsWith("Syntax Error", StringComparison.Ordinal)).ToList();
        await CompareAsync([.. Enumerable.Range(0, Mutations).Select(_ =>
            mutation.Mutate(random.Next(5) > 0 ? accepted[random.Next(accepted.Count)] : ParserCorpus.Documents[random.Next(ParserCorpus.Documents.Count)]))]);
    }

    private async Task CompareAsync(IReadOnlyList<string> documents)
    {
        var expected = await graphql.AskAllAsync("parse", documents);
        var refused = 0;
        for (var i = 0; i < documents.Count; i++)
        {
            var theirs = Describe(expected[i]);
            var ours = Describe(documents[i]);
            if (expected[i].TryGetProperty("refused", out _)) refused++;
            if (theirs != ours) await FailAsync(documents[i]);
        }

        output.WriteLine($"{documents.Count} documents alike, {refused} of them refused.");
    }

    private async Task FailAsync(string document)
    {
        var least = await Shrinking.ShrinkAsync(document, async shorter => await TheirsAsync(shorter) != Describe(shorter));
        Assert.Fail($"The document\n{JsonSerializer.Serialize(least)}\nshould give\n{await TheirsAsync(least)}\nand gives\n{Describe(least)}");
    }

    private async Task<string> TheirsAsync(string document) => Describe((await graphql.AskAllAsync("parse", [document]))[0]);

    private static string Describe(JsonElement answer) => answer.TryGetProperty("refused", out var refused)
        ? $"{refused.GetProperty("message")} at {refused.GetProperty("locations")}"
        : answer.GetProperty("printed").GetString()!;

    private static string Describe(string document)
    {
        try
        {
            return WellFormed(Printer.Print(Parser.Parse(new SourceText(document), Unlimited)));
        }
        catch (SyntaxException refused)
        {
            return $"{WellFormed(refused.Message)} at [[{refused.Location.Line},{refused.Location.Column}]]";
        }
    }

    // Half a surrogate pair, which an escape may cut out, is shown by the replacement character.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
