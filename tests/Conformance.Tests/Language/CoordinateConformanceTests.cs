using System.Text.Json;
using System.Text.Json.Nodes;
using Investr.Conformance.Tests.Oracle;
using Investr.Conformance.Tests.Validation;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.Conformance.Tests.Language;

/// <summary>Schema coordinates against graphql-js: the same ones read, the same kinds of elements found, the same messages.</summary>
/// <remarks>The meta fields are left out: graphql-js finds them by coordinate from version 17 on.</remarks>
[Collection(GraphQLJsCollection.Name)]
public sealed class CoordinateConformanceTests(GraphQLJs graphql, ITestOutputHelper output)
{
    private const int Generated = 5_000;

    private static readonly Schema Zoo = SchemaFromSdl.Build(ValidationSchemas.Zoo);

    // Names that the schema has, names that it does not, and all that may stand between them.
    private static readonly string[] Parts =
    [
        "Dog", "Being", "Animal", "Size", "Diet", "Anything", "Query", "__Type", "name", "upper", "legs", "friends",
        "first", "SMALL", "mark", "times", "skip", "if", "Nothing", ".", ".", ".", "(", "(", ":)", ":)", ":", ")", "@", "@", " ", "\n", "#", "\"", "\u00FC", "1", "",
    ];

    [Fact]
    public async Task Coordinates_are_read_and_found_as_graphql_js_does()
    {
        var random = new Random(Seed.Next(output));
        string Part() => Parts[random.Next(Parts.Length)];
        string[] coordinates =
        [
            .. Enumerable.Range(0, Generated).Select(place => (place % 5) switch
            {
                0 => $"{Part()}.{Part()}",
                1 => $"{Part()}.{Part()}({Part()}:)",
                2 => $"@{Part()}({Part()}:)",
                3 => Part() + Part(),
                _ => Part() + Part() + Part() + Part() + Part(),
            }),
        ];

        await graphql.AskAsync("schema", new JsonObject { ["name"] = nameof(ValidationSchemas.Zoo), ["sdl"] = ValidationSchemas.Zoo });
        var expected = await graphql.AskAllAsync("coordinates", coordinates, new JsonObject { ["name"] = nameof(ValidationSchemas.Zoo) });

        var different = coordinates.Zip(expected)
            .Where(pair => Describe(pair.First) != Describe(pair.Second))
            .Select(pair => $"{JsonSerializer.Serialize(pair.First)} should give {Describe(pair.Second)} and gives {Describe(pair.First)}")
            .MinBy(difference => difference.Length);
        Assert.True(different is null, different);
        output.WriteLine($"{coordinates.Length} coordinates alike, {expected.Count(answer => !answer.TryGetProperty("refused", out _))} of them read.");
    }

    private static string Describe(JsonElement answer) => answer.TryGetProperty("refused", out var refused)
        ? $"{refused.GetProperty("message")} at {refused.GetProperty("locations")}"
        : answer.GetProperty("kind").GetString()!;

    private static string Describe(string text)
    {
        try
        {
            var coordinate = SchemaCoordinate.Parse(text);
            return Zoo.FindMember(coordinate) switch
            {
                null => "none",
                NamedType => "NamedType",
                FieldDefinition => "Field",
                EnumValueDefinition => "EnumValue",
                DirectiveDefinition => "Directive",
                _ => coordinate.OfDirective ? "DirectiveArgument" : coordinate.ArgumentName is null ? "InputField" : "FieldArgument",
            };
        }
        catch (SyntaxException refused)
        {
            return $"{refused.Message} at [[{refused.Location.Line},{refused.Location.Column}]]";
        }
        catch (InvalidSchemaCoordinateException unknown)
        {
            return $"{unknown.Message} at []";
        }
    }
}
