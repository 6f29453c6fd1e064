namespace Investr.GraphQL.Tests.Execution;

/// <summary>@stream: how many items come at once, and how the others follow.</summary>
public sealed class StreamTests
{
    private static TestServer Server() => new TestServer(IncrementalServer.Directives + """
        type Query { numbers: [Int] strict: [Int!] people: [Person] matrix: [[Int]] }
        type Person { name: String friends: [Person] }
        """)
    {
        Root =
        {
            ["numbers"] = new object?[] { 1, 2, 3 },
            ["strict"] = new object?[] { 1, null, 3 },
            ["people"] = new object?[] { Person("A"), null, Person("B") },
            ["matrix"] = new object?[] { new object?[] { 1 }, new object?[] { 2, 3 } },
        },
    };

    [Theory]
    [InlineData("{ numbers @stream }", "[]", "1,2,3")]
    [InlineData("{ numbers @stream(initialCount: 2) }", "[1,2]", "3")]
    [InlineData("query($count: Int) { numbers @stream(initialCount: $count) }", "[]", "1,2,3")]
    public async Task Items_follow_the_first_ones(string query, string first, string later) => Assert.Equal(
        [
            $$"""{"data":{"numbers":{{first}}},"hasNext":true,"pending":[{"id":"0","path":["numbers"]}]}""",
            $$"""{"hasNext":false,"incremental":[{"id":"0","items":[{{later}}]}],"completed":[{"id":"0"}]}""",
        ],
        await Server().PartsAsync(query));

    [Fact]
    public async Task A_stream_of_no_items_is_complete() => Assert.Equal(
        [
            """{"data":{"numbers":[1,2,3]},"hasNext":true,"pending":[{"id":"0","path":["numbers"]}]}""",
            """{"hasNext":false,"completed":[{"id":"0"}]}""",
        ],
        await Server().PartsAsync("{ numbers @stream(initialCount: 3) }"));

    [Theory]
    [InlineData("{ numbers @stream(initialCount: 4) }")]
    [InlineData("{ numbers @stream(if: false) }")]
    public async Task A_list_that_ends_before_is_one_answer(string query) =>
        Assert.Equal(["""{"data":{"numbers":[1,2,3]}}"""], await Server().PartsAsync(query));

    [Fact]
    public async Task A_count_below_zero_is_the_field_s_error()
    {
        var answer = Answer.Of(Assert.Single(await Server().PartsAsync("{ numbers @stream(initialCount: -1) }")));

        Assert.Equal("""{"numbers":null}""", answer.Data);
        Assert.Equal(["initialCount must be a positive integer"], answer.Messages);
    }

    [Fact]
    public async Task A_null_that_may_not_be_ends_the_stream() => Assert.Equal(
        """{"hasNext":false,"incremental":[{"id":"0","items":[1]}],"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Query.strict.","locations":[{"line":1,"column":3}],"path":["strict",1],"extensions":{"code":"HC0018"}}]}]}""",
        (await Server().PartsAsync("{ strict @stream }"))[1]);

    [Fact]
    public async Task Items_are_streamed_and_lists_in_them_are_not() => Assert.Equal(
        """{"hasNext":false,"incremental":[{"id":"0","items":[[1],[2,3]]}],"completed":[{"id":"0"}]}""",
        (await Server().PartsAsync("{ matrix @stream }"))[1]);

    [Fact]
    public async Task An_item_may_defer() => Assert.Equal(
        """{"hasNext":false,"pending":[{"id":"1","path":["people",0]},{"id":"2","path":["people",2]}],"incremental":[{"id":"0","items":[{},null,{}]},{"id":"1","data":{"name":"A"}},{"id":"2","data":{"name":"B"}}],"completed":[{"id":"0"},{"id":"1"},{"id":"2"}]}""",
        (await Server().PartsAsync("{ people @stream { ... @defer { name } } }"))[1]);

    [Fact]
    public async Task A_long_stream_comes_in_windows()
    {
        var server = Server();
        server.Root["numbers"] = Enumerable.Range(0, 250).Cast<object?>().ToArray();

        var parts = await server.PartsAsync("{ numbers @stream }");

        // The first answer without items, then 100, 100 and 50 of them.
        Assert.Equal(4, parts.Count);
        Assert.Contains("99]}]}", parts[1], StringComparison.Ordinal);
        Assert.Contains("\"hasNext\":true", parts[2], StringComparison.Ordinal);
        Assert.EndsWith("249]}],\"completed\":[{\"id\":\"0\"}]}", parts[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_fails_on_the_way_ends_the_stream()
    {
        var server = Server();
        server.Root["numbers"] = Failing();

        var parts = await server.PartsAsync("{ numbers @stream }");

        Assert.Equal(
            """{"hasNext":false,"incremental":[{"id":"0","items":[1]}],"completed":[{"id":"0","errors":[{"message":"No more.","locations":[{"line":1,"column":3}],"path":["numbers"]}]}]}""",
            parts[1]);

        static IEnumerable<object?> Failing()
        {
            yield return 1;
            throw new GraphQLException("No more.");
        }
    }

    private static Dictionary<string, object?> Person(string name) => new() { ["name"] = name };
}
