using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Investr.Conformance.Tests.Oracle;
using Investr.Conformance.Tests.Validation;
using Investr.GraphQL;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Investr.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Conformance.Tests.Execution;

/// <summary>Execution against graphql-js: random valid documents with random variables, in worlds of values, nulls, failures and
/// delays.</summary>
/// <remarks>
/// Without delays all is compared: the data in its order, and each error's message, path and locations. With delays it is the data, and
/// that errors come from the same places: which of several failures in a nulled place is told depends on which came first.
/// Introspection is compared by the schema that a client builds from it; here only <c>__typename</c> is asked for.
/// </remarks>
[Collection(GraphQLJsCollection.Name)]
public sealed class ExecutionConformanceTests(GraphQLJs graphql, ITestOutputHelper output)
{
    private const int Documents = 6_000;

    private static readonly RequestOptions Unlimited = new()
    {
        MaxExecutionDepth = int.MaxValue,
        MaxFieldCycleDepth = int.MaxValue,
        MaxLocationsPerError = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxFieldMergeComparisons = int.MaxValue,
        MaxFragmentVisits = int.MaxValue,
        MaxDirectives = int.MaxValue,
        Cost = { EnforceCostLimits = false },
    };

    [Theory]
    [InlineData(nameof(ValidationSchemas.Zoo), false)]
    [InlineData(nameof(ValidationSchemas.Zoo), true)]
    [InlineData(nameof(ValidationSchemas.Market), false)]
    [InlineData(nameof(ValidationSchemas.Market), true)]
    public async Task Random_requests_are_answered_as_graphql_js_answers_them(string name, bool late)
    {
        var schema = SchemaFromSdl.Build(ValidationSchemas.All[name], Scalars(ValidationSchemas.All[name]));
        World.Inhabit(schema);
        using var executor = new RequestExecutor(schema, Unlimited, [], [], TimeProvider.System);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await graphql.AskAsync("schema", new JsonObject { ["name"] = name, ["sdl"] = ValidationSchemas.All[name] });

        var (compared, nulls, errors) = (0, 0, 0);
        foreach (var requests in Requests(schema, Seed.Next(output)).Chunk(250))
        {
            var asked = new JsonArray([.. requests.Select(request => request.ToJson(late))]);
            var answers = await graphql.AskAsync("execute", new JsonObject { ["name"] = name, ["requests"] = asked });
            foreach (var (request, theirs) in requests.Zip(answers.EnumerateArray()))
            {
                var ours = await AskAsync(executor, services, request, late);
                if (DifferenceOf(request, theirs, ours, late) is not null) await FailAsync(request, Differs);
                compared++;
                errors += ours.TryGetProperty("errors", out var told) ? told.GetArrayLength() : 0;
                if (DataOf(ours) == "null") nulls++;
            }
        }

        output.WriteLine($"{name}: {compared} answers alike, {errors} errors in them, {nulls} without data.");

        async Task<string?> Differs(Request request)
        {
            if (!IsValid(schema, request.Document)) return null;
            var theirs = await graphql.AskAsync("execute", new JsonObject { ["name"] = name, ["requests"] = new JsonArray(request.ToJson(late)) });
            return DifferenceOf(request, theirs[0], await AskAsync(executor, services, request, late), late);
        }
    }

    private static async Task FailAsync(Request request, Func<Request, Task<string?>> differs)
    {
        var least = await Shrinking.ShrinkAsync(request.Document, async shorter => await differs(request with { Document = shorter }) is not null);
        Assert.Fail(await differs(request with { Document = least }) ?? "A delayed answer differed, and then did not.");
    }

    private static bool IsValid(Schema schema, string document)
    {
        try
        {
            return DocumentValidator.Validate(schema, Parser.Parse(document), Unlimited).Count == 0;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }

    // What graphql-js makes of a scalar that is only declared: any value, in and out.
    private static AnyType[] Scalars(string sdl) =>
    [
        .. SchemaFromSdl.Build(sdl).Types.OfType<ScalarType>()
            .Where(scalar => !BuiltInScalars.Contains(scalar))
            .Select(scalar => new AnyType(scalar.Name)),
    ];

    private static IEnumerable<Request> Requests(Schema schema, int seed)
    {
        var generator = new DocumentGenerator(schema, seed);
        var random = new Random(seed);
        var variables = new VariableGenerator(schema, random);
        for (var i = 0; i < Documents; i++)
        {
            var text = generator.Next();
            var document = Parser.Parse(text);
            if (DocumentValidator.Validate(schema, document, Unlimited).Count > 0) continue;

            var operation = document.Definitions.OfType<OperationDefinitionNode>().First();
            if (operation.Operation == OperationType.Subscription || text.Contains("__schema", StringComparison.Ordinal)) continue;
            yield return new(text, variables.For(operation), (uint)random.Next(), Badness: random.Next(3) * 4);
        }
    }

    private static async Task<JsonElement> AskAsync(RequestExecutor executor, ServiceProvider services, Request request, bool late)
    {
        using var result = await executor.ExecuteAsync(new()
        {
            Query = Encoding.UTF8.GetBytes(request.Document),
            Variables = Encoding.UTF8.GetBytes(request.Variables.ToJsonString()),
            OperationName = "First",
            Services = services,
            ContextData = new Dictionary<string, object?>
            {
                ["world"] = new World(executor.Schema, request.Seed, request.Badness),
                ["late"] = late,
            },
        });
        return JsonDocument.Parse(result.ToJson()).RootElement;
    }

    private static string? DifferenceOf(Request request, JsonElement theirs, JsonElement ours, bool late)
    {
        if (DataOf(theirs) != DataOf(ours)) return Told(request, DataOf(theirs), DataOf(ours));
        var (expected, given) = (ErrorsOf(theirs, PathOfTheirs), ErrorsOf(ours, PathOfOurs));
        var alike = late ? expected.Count == 0 == (given.Count == 0) : expected.SequenceEqual(given);
        return alike ? null : Told(request, string.Join('\n', expected), string.Join('\n', given));
    }

    // A refused request has no data here and there, and undefined is not written.
    private static string DataOf(JsonElement answer) =>
        answer.TryGetProperty("data", out var data) ? JsonNode.Parse(data.GetRawText())?.ToJsonString() ?? "null" : "none";

    private static List<string> ErrorsOf(JsonElement answer, Func<JsonElement, string> pathOf)
    {
        if (!answer.TryGetProperty("errors", out var errors)) return [];
        var told = errors.EnumerateArray().Select(error => $"{pathOf(error)}: {MessageOf(error)} {LocationsOf(error)}");
        return [.. told.Order(StringComparer.Ordinal)];
    }

    // An interface that nothing implements is a fault of the schema's maker: clients of graphql-js are told of it, ours that something
    // failed.
    private static string MessageOf(JsonElement error) => error.GetProperty("message").GetString() is var message
        && message!.StartsWith("Abstract type \"", StringComparison.Ordinal) ? "Unexpected Execution Error" : message!;

    private static string PathOfTheirs(JsonElement error) => error.GetProperty("path").GetString()!;

    private static string PathOfOurs(JsonElement error) =>
        error.TryGetProperty("path", out var path) ? string.Join('.', path.EnumerateArray()) : "";

    private static string LocationsOf(JsonElement error) => string.Join(
        ' ',
        error.TryGetProperty("locations", out var locations)
            ? locations.EnumerateArray().Select(location => location.ValueKind == JsonValueKind.Array
                ? $"{location[0]}:{location[1]}"
                : $"{location.GetProperty("line")}:{location.GetProperty("column")}")
            : []);

    private static string Told(Request request, string expected, string given) =>
        $"""
        {request.Document}
        {request.Variables.ToJsonString()}
        (seed {request.Seed}, badness {request.Badness}) should give
        {expected}
        but gives
        {given}
        """;

    private sealed record Request(string Document, JsonObject Variables, uint Seed, int Badness)
    {
        public JsonObject ToJson(bool late) => new()
        {
            ["document"] = Document,
            ["variables"] = Variables.DeepClone(),
            ["seed"] = Seed,
            ["badness"] = Badness,
            ["late"] = late,
        };
    }
}
