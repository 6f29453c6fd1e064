using System.Text.Json;
using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Security;
using Investr.GraphQL.Tests.Execution;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Tests.Security;

public sealed class CostTests
{
    private const string Books = """
        type Query {
          books(first: Int, last: Int): BooksConnection
            @listSize(assumedSize: 50, slicingArguments: ["first", "last"], slicingArgumentDefaultValue: 10, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
            @cost(weight: "10")
          book: Book @cost(weight: "10")
          byIds(ids: [ID!]!): [Book!] @listSize(slicingArguments: ["ids"])
          shelf(length: Int): [Book!] @listSize(assumedSize: 7, slicingArguments: ["length"], requireOneSlicingArgument: true)
          years: [Int!] @listSize(assumedSize: 100)
          anything: [Thing!] @listSize(assumedSize: 3)
          find(where: Filter, sort: Boolean @cost(weight: "5")): Book
        }
        input Filter { and: [Filter!] title: String @cost(weight: "20") year: Int @cost(weight: "10") }
        type BooksConnection { edges: [BooksEdge!] nodes: [Book!] totalCount: Int! }
        type BooksEdge { node: Book! }
        type Book { title: String author: Author similar: [Book!] }
        type Author { name: String stars: Int @cost(weight: "0.5") }
        interface Thing { title: String }
        type Chair implements Thing { title: String makers: [Author!] @listSize(assumedSize: 4) @cost(weight: "2") }
        type Point implements Thing @cost(weight: "0.1") { title: String }
        """;

    // What documentation of Hot Chocolate reckons: 10 + 1 + 50 + 50 fields; a Query, a connection, 50 edges, 50 books and 50 authors.
    [Fact]
    public Task A_page_counts_what_is_below_it_as_often_as_it_is_long() =>
        Costs("{ books(first: 50) { edges { node { title author { name } } } } }", field: 111, type: 152);

    [Theory]
    // 10 for the resolver, 1 for the author; a Query, a book, an author.
    [InlineData("{ book { title author { name } } }", 11, 3)]
    // What merges is looked at once, however often it is written.
    [InlineData("{ book { author { name } } ...B } fragment B on Query { book { author { name } author { stars } } }", 11.5, 3)]
    // Ten books where no slicing argument is given: 10 + 1, and a Query, a connection and 10 books.
    [InlineData("{ books { nodes { title } } }", 11, 12)]
    // The larger of both slicing arguments: 10 + 1 + 5 authors.
    [InlineData("{ books(first: 2, last: 5) { nodes { author { name } } } }", 16, 12)]
    // One list in a list, of which nothing is told: 1 + 7 lists, then 70 authors; a Query, 7 books, 70 similar ones and their authors.
    [InlineData("{ shelf(length: 7) { similar { author { name } } } }", 78, 148)]
    // As many as ids are given: 1 + 3 authors.
    [InlineData("{ byIds(ids: [1, 2, 3]) { author { name } } }", 4, 7)]
    // Leaves cost nothing, however many.
    [InlineData("{ years }", 0, 1)]
    // The dearest type that a value can be: each of 3 chairs has 2 for the list and 4 makers.
    [InlineData("{ anything { title ... on Chair { makers { name } } ... on Point { title } } }", 7, 16)]
    // Weights of arguments and of input fields, wherever they stand: 1 + 5 + 20 + (20 + 10).
    [InlineData("""{ find(sort: true, where: { title: "x", and: [{ title: "y" }, { year: 1 }] }) { title } }""", 56, 2)]
    // Introspection is free.
    [InlineData("{ __schema { types { name } } __typename }", 0, 1)]
    public Task Costs_are_as_the_specification_adds_them_up(string query, double field, double type) => Costs(query, field, type);

    [Fact]
    public async Task Variables_tell_sizes_and_inputs_for_each_request()
    {
        const string Query = """
            query ($n: Int, $ids: [ID!]! = [1], $where: Filter, $more: Boolean!) {
              books(first: $n) { nodes { author { name } } }
              byIds(ids: $ids) { author { name } }
              find(where: $where) { title author @include(if: $more) { name } }
            }
            """;

        // 10 + 1 + n, 1 + ids, 1.
        await Costs(Query, 10 + 1 + 10 + 1 + 1 + 1, 1 + 1 + 20 + 2 + 1, new { more = false });
        await Costs(
            Query,
            10 + 1 + 3 + 1 + 2 + 1 + 20 + 1,
            1 + 1 + 6 + 4 + 2,
            new { more = true, n = 3, ids = new[] { "a", "b" }, where = new { title = "x" } });
    }

    [Fact]
    public async Task One_over_the_limit_is_refused_before_anything_runs()
    {
        var ran = 0;
        var server = Server().On("Query.book", _ => ran++);
        server.Options.Cost.MaxFieldCost = 11;

        Assert.DoesNotContain("errors", await server.AskAsync("{ book { author { name } } }"));
        Assert.Equal(1, ran);

        var refused = Json(await server.AskAsync("{ book { author { name stars } } }")).GetProperty("errors")[0];
        Assert.Equal("The maximum allowed field cost was exceeded.", refused.GetProperty("message").GetString());
        var extensions = refused.GetProperty("extensions");
        Assert.Equal("HC0047", extensions.GetProperty("code").GetString());
        Assert.Equal((11.5, 11), (extensions.GetProperty("fieldCost").GetDouble(), extensions.GetProperty("maxFieldCost").GetDouble()));
        Assert.Equal(1, ran);
    }

    [Fact]
    public async Task Types_have_a_limit_of_their_own()
    {
        var server = Server();
        server.Options.Cost.MaxTypeCost = 12;

        Assert.DoesNotContain("errors", await server.AskAsync("{ books { nodes { title } } }"));
        Assert.Contains("\"typeCost\":13,\"maxTypeCost\":12", await server.AskAsync("{ books(first: 11) { nodes { title } } }"));

        server.Options.Cost.EnforceCostLimits = false;
        Assert.DoesNotContain("errors", await server.AskAsync("{ books(first: 11) { nodes { title } } }"));
    }

    [Theory]
    [InlineData("{ shelf { title } }")]
    [InlineData("query ($n: Int) { shelf(length: $n) { title } }")]
    public async Task A_slicing_argument_that_must_be_given_must(string query)
    {
        var answer = await Server().AskAsync(query);

        Assert.Contains("Exactly one slicing argument must be defined.", answer);
        Assert.Contains("HC0082", answer);
    }

    [Fact]
    public async Task A_report_stands_beside_the_answer_and_a_validation_in_its_place()
    {
        using var server = Server().Start();

        Assert.Equal(
            """{"data":{"book":null},"extensions":{"operationCost":{"fieldCost":10,"typeCost":2}}}""",
            await server.AskAsync("{ book { title } }", cost: CostMode.Report));
        Assert.Equal(
            """{"extensions":{"operationCost":{"fieldCost":10,"typeCost":2}}}""",
            await server.AskAsync("{ book { title } }", cost: CostMode.Validate));
    }

    [Fact]
    public async Task Lists_that_nest_beyond_every_number_still_have_a_cost()
    {
        const string Big = "2147483647";
        var query = $"{{ byIds(ids: [1]) {string.Concat(Enumerable.Repeat("{ similar ", 12))} {{ title }} {new string('}', 13)}";

        Assert.Contains("The maximum allowed field cost was exceeded.", await Server().AskAsync(query));
        Assert.Contains("\"typeCost\":", await Server().AskAsync($"{{ books(first: {Big}) {{ nodes {{ title }} }} }}"));
    }

    [Fact]
    public void Types_that_combine_without_end_have_no_cost_to_tell()
    {
        // Each of 16 types adds a selection of its own at each of 5 levels, and keeps those of the levels above: 16 + 16² + … + 16⁵ sets.
        string[] types = [.. Enumerable.Range(0, 16).Select(i => $"T{i}")];
        var schema = SchemaFromSdl.Build(
            "interface Any { any: Any } type Query { any: Any }" + string.Concat(types.Select(type => $" type {type} implements Any {{ any: Any }}")));
        var own = string.Concat(types.Select(type => $"... on {type} {{ any {{ ...P{type} }} }} "));
        var levels = string.Concat(Enumerable.Range(1, 5).Select(level => $" fragment L{level} on Any {{ any {{ ...L{level + 1} }} {own}}}"));
        var kept = string.Concat(types.Select(type => $" fragment P{type} on Any {{ any {{ any {{ any {{ any {{ __typename }} }} }} }} }}"));
        var document = Parser.Parse($"{{ any {{ ...L1 }} }}{levels} fragment L6 on Any {{ __typename }}{kept}");
        var operation = new PreparedOperation(schema, document, (OperationDefinitionNode)document.Definitions[0]);

        var refused = Assert.Throws<GraphQLException>(() =>
            CostPlanner.Plan(operation.PlanFor(VariableValues.None, incremental: false), new()).For(VariableValues.None));

        Assert.Equal(ErrorCodes.LimitExceeded, Assert.Single(refused.Errors).Code);
    }

    private static TestServer Server() => new(Books);

    private static async Task Costs(string query, double field, double type, object? variables = null)
    {
        using var server = Server().Start();
        var cost = Json(await server.AskAsync(query, variables, cost: CostMode.Validate)).GetProperty("extensions").GetProperty("operationCost");
        Assert.Equal((field, type), (cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble()));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
