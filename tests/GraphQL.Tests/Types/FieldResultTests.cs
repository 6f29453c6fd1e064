using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

public sealed class FieldResultTests
{
    public sealed record Box(string Label);

    public sealed record TooLong(string Message, int Most);

    public sealed record Empty(string Message);

    public sealed record Strange(string Message);

    public readonly record struct BoxId(Guid Value);

    [MutationType]
    public static class BoxMutations
    {
        public static FieldResult<Box, TooLong, Empty> AddBox(string label) => label switch
        {
            "" => new Empty("A label has a letter."),
            { Length: > 5 } => new TooLong($"{label} is too long.", Most: 5),
            _ => new Box(label),
        };

        public static async Task<FieldResult<Box?, TooLong>> FindBoxAsync(string label)
        {
            await Task.Yield();
            return label == "two" ? new(new("One.", 1), new TooLong("Two.", 2)) : new((Box?)null);
        }

        [Error<Empty>]
        public static FieldResult<BoxId> NumberBox(string label) => label switch
        {
            "" => new FieldError(new Empty("Nothing to number.")),
            "odd" => new FieldError(new Strange("Nobody named me.")),
            _ => new BoxId(Guid.Empty),
        };
    }

    [QueryType]
    public static class BoxQueries
    {
        public static int Boxes() => 0;
    }

    [QueryType]
    public static class WrongQueries
    {
        public static FieldResult<Box, Empty> Box() => new Box("a");
    }

    private static ServiceProvider Services(params Type[] more)
    {
        var services = new ServiceCollection();
        var builder = services.AddGraphQLServer().AddType(typeof(BoxMutations)).AddType(typeof(BoxQueries));
        foreach (var type in more) builder.AddType(type);
        return services.BuildServiceProvider();
    }

    private static async Task<string> Ask(string mutation)
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, mutation);
        return result.ToJson();
    }

    private static Task<string> Add(string label) => Ask(
        $$"""mutation { addBox(input: { label: "{{label}}" }) { box { label } errors { __typename ... on Error { message } ... on TooLongError { most } } } }""");

    [Fact]
    public async Task A_result_is_the_payloads_and_there_are_no_errors() =>
        Assert.Equal("""{"data":{"addBox":{"box":{"label":"Socks"},"errors":null}}}""", await Add("Socks"));

    [Fact]
    public async Task An_error_of_each_type_is_the_payloads_without_a_throw()
    {
        Assert.Equal(
            """{"data":{"addBox":{"box":null,"errors":[{"__typename":"TooLongError","message":"Blankets is too long.","most":5}]}}}""",
            await Add("Blankets"));
        Assert.Equal(
            """{"data":{"addBox":{"box":null,"errors":[{"__typename":"EmptyError","message":"A label has a letter."}]}}}""", await Add(""));
    }

    [Fact]
    public async Task It_may_come_later_with_several_errors_or_with_nothing()
    {
        const string Find = "mutation ($label: String!) { findBox(input: { label: $label }) { box { label } errors { ... on TooLongError { most } } } }";

        Assert.Equal(
            """{"data":{"findBox":{"box":null,"errors":[{"most":1},{"most":2}]}}}""",
            await Ask(Find.Replace("($label: String!) ", "").Replace("$label", "\"two\"")));
        Assert.Equal(
            """{"data":{"findBox":{"box":null,"errors":null}}}""",
            await Ask(Find.Replace("($label: String!) ", "").Replace("$label", "\"none\"")));
    }

    // "Box:" and sixteen zero bytes as base64.
    [Fact]
    public async Task A_results_id_is_encoded_and_its_errors_are_those_that_attributes_name()
    {
        Assert.Equal(
            """{"data":{"numberBox":{"id":"Qm94OgAAAAAAAAAAAAAAAAAAAAA=","errors":null}}}""",
            await Ask("""mutation { numberBox(input: { label: "a" }) { id errors { __typename } } }"""));
        Assert.Equal(
            """{"data":{"numberBox":{"id":null,"errors":[{"__typename":"EmptyError"}]}}}""",
            await Ask("""mutation { numberBox(input: { label: "" }) { id errors { __typename } } }"""));
    }

    [Fact]
    public async Task An_error_that_nothing_names_is_the_fields()
    {
        var answer = await Ask("""mutation { numberBox(input: { label: "odd" }) { id } }""");

        Assert.StartsWith("""{"errors":[{"message":"Unexpected Execution Error""", answer, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"numberBox\"]", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_tells_one_error_at_least() =>
        Assert.Throws<ArgumentException>(() => new FieldResult<Box, TooLong>(Array.Empty<TooLong>()));

    [Fact]
    public void Only_mutations_give_one()
    {
        var thrown = Assert.Throws<SchemaException>(() => Services(typeof(WrongQueries)).GetRequiredService<Schema>());

        Assert.Contains("Query.box", thrown.Message, StringComparison.Ordinal);
    }
}
