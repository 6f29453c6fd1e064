using Investr.GraphQL.Types;

namespace Investr.GraphQL.Tests.Execution;

public sealed class SelectionTests
{
    private readonly TestServer _server = new("""
        type Query { hello: String, pet: Pet, pets: [Pet!]!, any: CatOrDog, echo(text: String = "default", n: Int): String }
        interface Pet { name: String! friend: Pet }
        type Cat implements Pet { name: String! friend: Pet meows: Boolean }
        type Dog implements Pet { name: String! friend: Pet barks: Boolean }
        union CatOrDog = Cat | Dog
        """);

    public SelectionTests()
    {
        var cat = new Dictionary<string, object?> { ["__typename"] = "Cat", ["name"] = "Tom", ["meows"] = true };
        var dog = new Dictionary<string, object?> { ["__typename"] = "Dog", ["name"] = "Rex", ["barks"] = false, ["friend"] = cat };
        _server.Root["hello"] = "world";
        _server.Root["pet"] = dog;
        _server.Root["any"] = cat;
        _server.Root["pets"] = new[] { cat, dog };
        _server.On("Query.echo", frame => $"{frame.Arguments[0]}/{(frame.Arguments[1] is Missing ? "left out" : frame.Arguments[1])}");
    }

    [Theory]
    [InlineData("{ hello }", """{"hello":"world"}""")]
    [InlineData("{ a: hello, b: hello, __typename }", """{"a":"world","b":"world","__typename":"Query"}""")]
    [InlineData("{ pet { name } pet { friend { name } } }", """{"pet":{"name":"Rex","friend":{"name":"Tom"}}}""")]
    [InlineData("{ pets { __typename name ... on Cat { meows } ... on Dog { barks } } }",
        """{"pets":[{"__typename":"Cat","name":"Tom","meows":true},{"__typename":"Dog","name":"Rex","barks":false}]}""")]
    [InlineData("{ any { ...F } } fragment F on CatOrDog { ... on Pet { name } ... on Cat { __typename } }", """{"any":{"name":"Tom","__typename":"Cat"}}""")]
    [InlineData("{ ... { hello } ...F hello } fragment F on Query { pet { name } }", """{"hello":"world","pet":{"name":"Rex"}}""")]
    [InlineData("{ hello @skip(if: true) }", "{}")]
    [InlineData("{ echo }", """{"echo":"default/left out"}""")]
    [InlineData("""{ echo(text: "x", n: 3) }""", """{"echo":"x/3"}""")]
    [InlineData("{ echo(text: null, n: null) }", """{"echo":"/"}""")]
    public async Task A_selection_answers_in_its_order(string query, string data) =>
        Assert.Equal($$"""{"data":{{data}}}""", await _server.AskAsync(query));

    [Theory]
    [InlineData(true, true, """{"b":"world"}""")]
    [InlineData(true, false, """{"b":"world"}""")]
    [InlineData(false, true, """{"a":"world","b":"world","pet":{"name":"Rex"}}""")]
    [InlineData(false, false, """{"b":"world"}""")]
    public async Task Skip_and_include_decide_together(bool skip, bool include, string data)
    {
        const string query = """
            query ($s: Boolean!, $i: Boolean!) {
              a: hello @skip(if: $s) @include(if: $i)
              b: hello
              ... @include(if: $i) { pet @skip(if: $s) { name } }
            }
            """;
        Assert.Equal($$"""{"data":{{data}}}""", await _server.AskAsync(query, new { s = skip, i = include }));
    }

    [Fact]
    public async Task A_field_stands_where_it_is_first_met_under_its_conditions()
    {
        using var server = _server.Start();
        const string query = "query ($x: Boolean!) { a: hello @include(if: $x) b: hello a: hello }";

        Assert.Equal("""{"data":{"a":"world","b":"world"}}""", await server.AskAsync(query, new { x = true }));
        Assert.Equal("""{"data":{"b":"world","a":"world"}}""", await server.AskAsync(query, new { x = false }));
    }

    [Fact]
    public async Task An_operation_is_chosen_by_its_name()
    {
        using var server = _server.Start();
        const string document = "query A { a: hello } query B { b: hello }";

        Assert.Equal("""{"data":{"a":"world"}}""", await server.AskAsync(document, operationName: "A"));
        Assert.Equal("""{"data":{"b":"world"}}""", await server.AskAsync(document, operationName: "B"));
        Assert.Contains("Unknown operation named \\\"C\\\".", await server.AskAsync(document, operationName: "C"), StringComparison.Ordinal);
        Assert.Contains("Must provide operation name", await server.AskAsync(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_or_invalid_document_runs_nothing()
    {
        using var server = _server.Start();
        for (var again = 0; again < 2; again++)
        {
            Assert.StartsWith("""{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"HC0014"}}]}""",
                await server.AskAsync("{"), StringComparison.Ordinal);
            Assert.StartsWith("""{"errors":[{"message":"Cannot query field \"no\" on type \"Query\".""", await server.AskAsync("{ no }"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_schema_answers_the_same_the_second_time()
    {
        using var server = _server.Start();
        const string query = """{ __schema { queryType { name } types { name kind } } __type(name: "Dog") { interfaces { name } } }""";

        var first = await server.AskAsync(query);

        Assert.StartsWith("""{"data":{"__schema":{"queryType":{"name":"Query"},"types":[{"name":"Query","kind":"OBJECT"}""", first, StringComparison.Ordinal);
        Assert.EndsWith(""","__type":{"interfaces":[{"name":"Pet"}]}}}""", first, StringComparison.Ordinal);
        Assert.Equal(first, await server.AskAsync(query));
    }
}
