using System.Text.Json;
using Investr.GraphQL.Tests.Execution;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Filtering;

public sealed class FilteringTests
{
    private static async Task<string> Ask(string query, string? variables = null)
    {
        await using var services = await Shop.OpenAsync();
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query, variables);
        return result.ToJson();
    }

    private static string Ids(string answer, string field)
    {
        using var read = JsonDocument.Parse(answer);
        Assert.False(read.RootElement.TryGetProperty("errors", out _), answer);
        return string.Join(' ', read.RootElement.GetProperty("data").GetProperty(field).EnumerateArray().Select(book => book.GetProperty("id").GetInt32()));
    }

    // Each in memory and by SQLite, from books that are told in Shop.Sample.
    [Theory]
    [InlineData("{}", "1 2 3 4")]
    [InlineData("""{ title: { eq: "Emma" } }""", "1")]
    [InlineData("""{ title: { neq: "Emma" } }""", "2 3 4")]
    [InlineData("""{ title: { contains: "d" } }""", "2 3")]
    [InlineData("""{ title: { ncontains: "d" } }""", "1 4")]
    [InlineData("""{ title: { in: ["Emma", "Walden", null] } }""", "1 3")]
    [InlineData("""{ title: { nin: ["Emma", "Walden"] } }""", "2 4")]
    [InlineData("""{ title: { startsWith: "E" } }""", "1 4")]
    [InlineData("""{ title: { nstartsWith: "E" } }""", "2 3")]
    [InlineData("""{ title: { endsWith: "a" } }""", "1")]
    [InlineData("""{ title: { nendsWith: "a" } }""", "2 3 4")]
    [InlineData("""{ title: { or: [{ eq: "Emma" }, { endsWith: "n" }] } }""", "1 3")]
    [InlineData("""{ title: { eq: null } }""", "")]
    [InlineData("""{ subtitle: { eq: null } }""", "1 4")]
    [InlineData("""{ subtitle: { neq: null } }""", "2 3")]
    [InlineData("""{ subtitle: { contains: "Life" } }""", "2 3")]
    [InlineData("""{ subtitle: { ncontains: "Woods" } }""", "1 2 4")]
    [InlineData("""{ subtitle: { in: ["Life in the Woods", null] } }""", "1 3 4")]
    [InlineData("{ pages: { eq: 474 } }", "1 4")]
    [InlineData("{ pages: { eq: null } }", "")]
    [InlineData("{ pages: { neq: null } }", "1 2 3 4")]
    [InlineData("{ pages: { in: [352, 880] } }", "2 3")]
    [InlineData("{ pages: { nin: [352, 880] } }", "1 4")]
    [InlineData("{ pages: { gt: 474 } }", "2")]
    [InlineData("{ pages: { ngt: 474 } }", "1 3 4")]
    [InlineData("{ pages: { gte: 474 } }", "1 2 4")]
    [InlineData("{ pages: { ngte: 474 } }", "3")]
    [InlineData("{ pages: { lt: 474 } }", "3")]
    [InlineData("{ pages: { nlt: 474 } }", "1 2 4")]
    [InlineData("{ pages: { lte: 474, gt: 352 } }", "1 4")]
    [InlineData("{ pages: { nlte: 474 } }", "2")]
    [InlineData("{ rating: { gt: 3 } }", "1 2")]
    [InlineData("{ rating: { ngt: 3 } }", "3 4")]
    [InlineData("{ rating: { eq: null } }", "3")]
    [InlineData("{ rating: { neq: 4 } }", "2 3 4")]
    [InlineData("{ genre: { eq: ESSAY } }", "3 4")]
    [InlineData("{ genre: { nin: [ESSAY] } }", "1 2")]
    [InlineData("{ isLent: { eq: true } }", "1 4")]
    [InlineData("{ isLent: { neq: true } }", "2 3")]
    [InlineData("""{ published: { lt: "1850-01-01" } }""", "1 4")]
    [InlineData("""{ author: { name: { eq: "Eliot" } } }""", "2")]
    [InlineData("""{ author: { name: { neq: "Eliot" } } }""", "1")]
    [InlineData("""{ tags: { some: { eq: "town" } } }""", "2")]
    [InlineData("""{ tags: { all: { eq: "love" } } }""", "1 3 4")]
    [InlineData("""{ tags: { none: { eq: "love" } } }""", "3 4")]
    [InlineData("{ tags: { any: true } }", "1 2")]
    [InlineData("{ reviews: { some: { stars: { lt: 3 } } } }", "1")]
    [InlineData("{ reviews: { all: { stars: { gt: 3 } } } }", "2 3 4")]
    [InlineData("{ reviews: { none: { stars: { eq: 5 } } } }", "3 4")]
    [InlineData("{ reviews: { any: false } }", "3 4")]
    [InlineData("""{ or: [{ pages: { gt: 800 } }, { title: { eq: "Emma" } }] }""", "1 2")]
    [InlineData("{ and: [{ pages: { gt: 400 } }, { isLent: { eq: false } }] }", "2")]
    [InlineData("{ and: [] }", "1 2 3 4")]
    [InlineData("{ or: [] }", "")]
    public async Task Every_operation_asks_a_list_and_a_query_alike(string where, string ids)
    {
        var answer = await Ask($$"""{ listed(where: {{where}}) { id } stored(where: {{where}}, order: [{ id: ASC }]) { id } }""");

        Assert.Equal(ids, Ids(answer, "listed"));
        Assert.Equal(ids, Ids(answer, "stored"));
    }

    [Theory]
    [InlineData("[{ title: ASC }]", "1 4 2 3")]
    [InlineData("[{ title: DESC }]", "3 2 4 1")]
    [InlineData("[{ pages: DESC }, { title: DESC }]", "2 4 1 3")]
    [InlineData("[{ rating: ASC }]", "3 4 1 2")]
    [InlineData("[{ genre: DESC, pages: ASC }]", "3 4 1 2")]
    [InlineData("[{ author: { name: DESC } }, { id: DESC }]", "2 1 4 3")]
    public async Task Every_order_sorts_a_list_and_a_query_alike(string order, string ids)
    {
        var answer = await Ask($$"""{ listed(order: {{order}}) { id } stored(order: {{order}}) { id } }""");

        Assert.Equal(ids, Ids(answer, "listed"));
        Assert.Equal(ids, Ids(answer, "stored"));
    }

    [Fact]
    public async Task Conditions_come_as_variables_too() => Assert.Equal("1", Ids(
        await Ask(
            "query ($where: BookFilterInput, $order: [BookSortInput!]) { stored(where: $where, order: $order) { id } }",
            """{"where":{"title":{"eq":"Emma"},"reviews":{"some":{"stars":{"in":[5]}}}},"order":[{"title":"ASC"}]}"""),
        "stored"));

    [Theory]
    [InlineData("where: null, order: null")]
    [InlineData("order: []")]
    public async Task Null_asks_nothing(string arguments) => Assert.Equal("1 2 3 4", Ids(await Ask($$"""{ listed({{arguments}}) { id } }"""), "listed"));

    [Theory]
    [InlineData("where: { title: null }", "`title` of BookFilterInput must not be null.")]
    [InlineData("where: { or: null }", "`or` of BookFilterInput must not be null.")]
    [InlineData("where: { title: { contains: null } }", "`contains` of StringOperationFilterInput must not be null.")]
    [InlineData("where: { pages: { in: null } }", "`in` of IntOperationFilterInput must not be null.")]
    [InlineData("where: { tags: { any: null } }", "`any` of ListStringOperationFilterInput must not be null.")]
    [InlineData("order: [{ title: null }]", "`title` of BookSortInput must not be null.")]
    public async Task Null_is_refused_where_it_would_ask_nothing(string arguments, string message)
    {
        var answer = Answer.Of(await Ask($$"""{ listed({{arguments}}) { id } }"""));

        Assert.Equal([message], answer.Messages);
        Assert.Equal(["HC0001"], answer.Codes);
    }

    [Fact]
    public async Task A_page_is_one_of_what_is_left_in_a_total_order() => Assert.Equal(
        """{"data":{"paged":{"nodes":[{"id":1},{"id":4}],"totalCount":3,"pageInfo":{"hasNextPage":true}}}}""",
        await Ask("{ paged(first: 2, fromPages: 400, where: { id: { gt: 0 } }, order: [{ pages: ASC }]) { nodes { id } totalCount pageInfo { hasNextPage } } }"));

    // Four conditions where three are allowed; three keys where two are.
    [Theory]
    [InlineData("where: { or: [{ id: { eq: 1, neq: 2 } }, {}, {}] }", "`where` has 4 conditions, 3 are allowed.")]
    [InlineData("where: { reviews: { some: { stars: { gt: 1, lt: 2, neq: 3, nin: [4] } } } }", "`where` has 4 conditions, 3 are allowed.")]
    [InlineData("order: [{ id: ASC, title: ASC }, { author: { name: ASC } }]", "`order` has 3 keys, 2 are allowed.")]
    public async Task More_than_is_allowed_is_refused(string arguments, string message) =>
        Assert.Equal([message], Answer.Of(await Ask($$"""{ paged({{arguments}}) { totalCount } }""")).Messages);

    // Author to books and back again, where each list multiplies the work.
    [Theory]
    [InlineData(2, "")]
    [InlineData(3, "`where` asks lists 3 deep, 2 is allowed.")]
    public async Task Lists_within_lists_are_as_deep_as_is_allowed(int depth, string message)
    {
        var where = string.Concat(Enumerable.Repeat("{ parts: { some: ", depth)) + "{ name: { eq: \"a\" } }" + string.Concat(Enumerable.Repeat(" } }", depth));
        await using var services = await Shop.OpenAsync(typeof(PartQueries));
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, $$"""{ parts(where: {{where}}) { name } }""");

        Assert.Equal(message, string.Join(' ', Answer.Of(result.ToJson()).Messages));
    }

    public sealed record Part(string Name, IReadOnlyList<Part> Parts);

    [QueryType]
    public static class PartQueries
    {
        [UseFiltering]
        public static IEnumerable<Part> Parts() => [new("a", [])];
    }

    [Fact]
    public async Task A_query_sends_what_was_given_beside_it()
    {
        await using var services = await Shop.OpenAsync();
        await using var scope = services.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<Shop>();
        using var result = await services.GetRequiredService<IRequestExecutor>()
            .ExecuteAsync(scope.ServiceProvider, """{ stored(where: { title: { eq: "Ulysses" }, pages: { gt: 731 } }) { id } }""");

        var sent = Assert.Single(shop.Sent, text => text.Contains("SELECT", StringComparison.Ordinal));
        Assert.Contains("\"Title\" = @", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("> 731", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_protected_or_hidden_is_no_condition()
    {
        await using var services = await Shop.OpenAsync();
        var filter = (InputObjectType)services.GetRequiredService<Schema>().FindType("BookFilterInput")!;

        Assert.Equal(
            "and or id title subtitle pages rating genre isLent published author tags reviews",
            string.Join(' ', filter.Fields.Select(field => field.Name)));
    }

    [Fact]
    public async Task The_schema_shows_the_types_that_were_made()
    {
        await using var services = await Shop.OpenAsync();
        var schema = services.GetRequiredService<Schema>();

        Assert.Equal("[BookSortInput!]", schema.Query!.FindField("listed")!.FindArgument("order")!.Type.ToString());
        Assert.Equal("and or eq neq contains ncontains in nin startsWith nstartsWith endsWith nendsWith", Fields("StringOperationFilterInput"));
        Assert.Equal("eq neq in nin gt ngt gte ngte lt nlt lte nlte", Fields("IntOperationFilterInput"));
        Assert.Equal("eq neq in nin", Fields("GenreOperationFilterInput"));
        Assert.Equal("eq neq", Fields("BooleanOperationFilterInput"));
        Assert.Equal("all none some any", Fields("ListStringOperationFilterInput"));
        Assert.Equal("all none some any", Fields("ListFilterInputTypeOfReviewFilterInput"));
        Assert.Equal("id title subtitle pages rating genre isLent published author", Fields("BookSortInput"));
        Assert.Contains("enum SortEnumType {", SchemaPrinter.Print(schema), StringComparison.Ordinal);

        string Fields(string type) => string.Join(' ', ((InputObjectType)schema.FindType(type)!).Fields.Select(field => field.Name));
    }

    [QueryType]
    public static class WrongQueries
    {
        [UseFiltering]
        public static int Count() => 1;

        [UseFiltering]
        public static IReadOnlyList<string> Names() => [];

        [UseSorting]
        public static IReadOnlyList<Book> Mine(string order) => [new() { Title = order }];
    }

    [Fact]
    public async Task What_cannot_be_filtered_is_a_fault_of_the_schema()
    {
        await using var services = await Shop.OpenAsync(typeof(WrongQueries));
        var thrown = Assert.Throws<SchemaException>(() => services.GetRequiredService<Schema>());

        Assert.Contains("Query.count: [UseFiltering] and [UseSorting] take a list or a query, and the method gives Int32", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Query.names: [UseFiltering] and [UseSorting] take a list of objects, and String is none", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Query.mine: the method has an argument order of its own", thrown.Message, StringComparison.Ordinal);
    }
}
