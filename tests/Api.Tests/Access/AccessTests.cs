using System.Globalization;
using System.Text.Json;
using Investr.Api.Tests.Host;
using Investr.GraphQL.Language;
using Investr.TestKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Api.Tests.Access;

/// <summary>
/// Asks for every field that has a door of its own, as everybody, and compares with access.md: the root fields, the fields of every
/// node, and the addresses beside GraphQL. A field without a row fails.
/// </summary>
public sealed class AccessTests(TestApi api) : IClassFixture<TestApi>
{
    private static readonly ObjectTypeNode[] Types =
        [.. Parser.Parse(File.ReadAllText(Path.Combine(Repository.Folder, "src/Api/schema.graphql")), ParserLimits.Schema).Definitions.OfType<ObjectTypeNode>()];

    private static readonly HashSet<string> WithFields = [.. Types.Select(type => type.Name.Value), "Node", "Error"];

    // Those who change nothing come first, and whoever may delete comes last.
    private static readonly Person[] InTurn =
        [Person.Nobody, Person.Stranger, Person.Viewer, Person.Analyst, Person.Admin, Person.Editor, Person.Owner];

    [Fact]
    public void Every_field_with_a_door_of_its_own_has_a_row_and_every_row_a_field()
    {
        var rows = AccessTable.Read();
        string[] fields = [.. Types.Where(HasDoors).SelectMany(type => type.Fields.Select(field => $"{type.Name.Value}.{field.Name.Value}")), .. Addresses()];

        Assert.Empty(fields.Except(rows.Select(row => row.Field)).Select(field => $"{field} has no row in {AccessTable.File}"));
        Assert.Empty(rows.Select(row => row.Field).Except(fields).Select(field => $"{field} of {AccessTable.File} is not served"));
        Assert.Equal(rows.Count, rows.DistinctBy(row => row.Key).Count());
    }

    [Fact]
    public async Task Everybody_gets_what_the_table_says_and_nothing_else()
    {
        var shared = await AccessWorld.CreateAsync(api);
        List<string> faults = [];
        foreach (var row in AccessTable.Read())
        {
            // A change is made in a world of its own.
            var world = row.Field.StartsWith("Mutation.", StringComparison.Ordinal) ? await AccessWorld.CreateAsync(api) : shared;
            var outcomes = new string[InTurn.Length];
            foreach (var person in InTurn) outcomes[(int)person] = await OutcomeAsync(row, world, person);

            var served = row with { Outcomes = outcomes };
            if (served.ToString() != row.ToString()) faults.Add($"{AccessTable.File} says\n{row}\nbut it is\n{served}");
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Fact]
    public async Task What_is_not_ones_own_answers_exactly_like_what_does_not_exist()
    {
        var world = await AccessWorld.CreateAsync(api);
        var compared = 0;
        foreach (var row in AccessTable.Read())
        {
            foreach (var person in new[] { Person.Nobody, Person.Stranger, Person.Analyst })
            {
                var request = Text(row, world, person);
                var absent = world.Ids.Aggregate(request, (text, id) => text.Replace(id, Absent(id), StringComparison.Ordinal))
                    .Replace(AccessWorld.Symbol, "CABIN", StringComparison.Ordinal);
                if (absent == request) continue;

                var (theirs, nothings) = (await AnswerAsync(row, world, person, request), await AnswerAsync(row, world, person, absent));
                Assert.True(theirs.Replace(AccessWorld.Symbol, "CABIN", StringComparison.Ordinal) == nothings, $"{row.Key} as {person}:\n{theirs}\n{nothings}");
                compared++;
            }
        }

        Assert.True(compared > 200, compared.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task An_id_of_another_type_is_no_id_even_for_the_owner()
    {
        var world = await AccessWorld.CreateAsync(api);
        var asked = 0;
        foreach (var row in AccessTable.Read().Where(row => row.Field.StartsWith("Mutation.", StringComparison.Ordinal) || row.Field is "Query.portfolio" or "Query.asset"))
        {
            var request = Text(row, world, Person.Owner);
            foreach (var id in world.Ids.Append(world.ListedAsset).Where(id => request.Contains(id, StringComparison.Ordinal)))
            {
                var other = id == world.Asset || id == world.ListedAsset ? world.Portfolio : world.ListedAsset;
                var answer = await AnswerAsync(row, world, Person.Owner, request.Replace(id, other, StringComparison.Ordinal));
                Assert.Contains(OutcomeOf(JsonElement.Parse(answer), [row.Field.Split('.')[1]]), new[] { "absent", "VALIDATION", "forbidden" });
                asked++;
            }
        }

        Assert.True(asked >= 12, asked.ToString(CultureInfo.InvariantCulture));
    }

    private static bool HasDoors(ObjectTypeNode type) =>
        type.Name.Value is "Query" or "Mutation" or "Subscription" || type.Interfaces.Any(face => face.Name.Value == "Node");

    // Beside GraphQL, what asks for somebody signed in.
    private IEnumerable<string> Addresses() =>
        from endpoint in api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null
        select $"GET {endpoint.RoutePattern.RawText}";

    private static async Task<string> OutcomeAsync(AccessRow row, AccessWorld world, Person person)
    {
        var text = Text(row, world, person);
        if (AccessRequests.AddressOf(row, world) is not null)
        {
            using var response = await world.As(person).GetAsync(text);
            return (int)response.StatusCode switch { 200 => "yes", 401 => "sign in", 403 => "forbidden", 404 => "absent", var status => $"{status}" };
        }

        return OutcomeOf(JsonElement.Parse(await AnswerAsync(row, world, person, text)), RequestOf(row, world, person).Path);
    }

    private static string Text(AccessRow row, AccessWorld world, Person person) =>
        AccessRequests.AddressOf(row, world) ?? RequestOf(row, world, person).Operation;

    private static AccessRequest RequestOf(AccessRow row, AccessWorld world, Person person)
    {
        var field = Types.SelectMany(type => type.Fields.Select(field => (Name: $"{type.Name.Value}.{field.Name.Value}", field.Type)))
            .FirstOrDefault(field => field.Name == row.Field);
        return AccessRequests.Of(row, field.Type is { } type && WithFields.Contains(NameOf(type)), world, person)
            ?? throw new InvalidOperationException($"Say in {nameof(AccessRequests)} how {row.Key} is asked for.");
    }

    private static async Task<string> AnswerAsync(AccessRow row, AccessWorld world, Person person, string request)
    {
        var client = world.As(person);
        if (request.StartsWith('/'))
        {
            using var response = await client.GetAsync(request);
            return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }

        if (!row.Field.StartsWith("Subscription.", StringComparison.Ordinal)) return (await client.AskAsync(request)).GetRawText();

        using var stream = await client.StreamAsync(request);
        if (AccessRequests.CauseOf(row) is { } cause) await client.AskAsync(cause);
        return (await stream.NextAsync())?.Data ?? "";
    }

    private static string OutcomeOf(JsonElement answer, string[] path)
    {
        if (answer.Code() is { } code) return Word(code);

        var value = answer.GetProperty("data");
        foreach (var name in path)
        {
            if (value.ValueKind == JsonValueKind.Null) return "absent";
            value = value.GetProperty(name);
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => path.Length > 1 ? "null" : "absent",
            JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Null) => "absent",
            JsonValueKind.Object when value.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array => Word(errors[0].Text("code")!),
            _ => "yes",
        };
    }

    private static string Word(string code) => code switch
    {
        "AUTH_NOT_AUTHENTICATED" => "sign in",
        "AUTH_NOT_AUTHORIZED" => "forbidden",
        "NOT_FOUND" => "absent",
        _ => code,
    };

    private static string NameOf(TypeNode type) => type switch
    {
        NonNullTypeNode required => NameOf(required.Type),
        ListTypeNode list => NameOf(list.Type),
        _ => ((NamedTypeNode)type).Name.Value,
    };

    // A well-formed id of the same type with another last byte.
    // Another id of the same form: where its bytes are hexadecimal digits, they stay so.
    private static string Absent(string id)
    {
        var bytes = Convert.FromBase64String(id);
        bytes[^1] = bytes[^1] switch { (byte)'a' => (byte)'b', (byte)'f' => (byte)'e', var last => (byte)(last ^ 1) };
        return Convert.ToBase64String(bytes);
    }
}
