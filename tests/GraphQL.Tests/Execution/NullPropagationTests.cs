using System.Globalization;

namespace Investr.GraphQL.Tests.Execution;

public sealed class NullPropagationTests
{
    private const string Sdl = """
        type Query { plain: [Int] items: [Int!] list: [Int]! both: [Int!]! node: Node needed: Node! nodes: [Node!] deep: [[Int!]]! }
        type Node { id: Int! name: String child: Node needed: Node! nodes: [Node!] }
        """;

    /// <summary>§6.4.4: the four kinds of lists, with a null, an item that is null, and an item that fails.</summary>
    public static TheoryData<string, string, string, string> Lists => new()
    {
        { "plain", "null", """{"plain":null}""", "" },
        { "plain", "1,null", """{"plain":[1,null]}""", "" },
        { "plain", "1,error", """{"plain":[1,null]}""", "plain.1" },
        { "items", "null", """{"items":null}""", "" },
        { "items", "1,null", """{"items":null}""", "items.1" },
        { "items", "error,1", """{"items":null}""", "items.0" },
        { "list", "null", "null", "list" },
        { "list", "1,null", """{"list":[1,null]}""", "" },
        { "list", "error,null", """{"list":[null,null]}""", "list.0" },
        { "both", "null", "null", "both" },
        { "both", "null,null", "null", "both.0" },
        { "both", "1,error", "null", "both.1" },
        { "both", "1,2", """{"both":[1,2]}""", "" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_passes_on_the_null_that_it_may_not_hold(string field, string items, string data, string paths)
    {
        foreach (var later in new[] { false, true })
        {
            var server = new TestServer(Sdl).On($"Query.{field}", _ => later ? Later(List(items)) : List(items));

            var answer = Answer.Of(await server.AskAsync($"{{ {field} }}"));

            Assert.Equal(data, answer.Data);
            Assert.Equal(paths, string.Join(' ', answer.Paths));
        }
    }

    [Fact]
    public async Task A_null_that_comes_late_replaces_what_was_written_around_it()
    {
        var server = new TestServer(Sdl)
            .On("Query.node", _ => 1)
            .On("Node.id", _ => 1)
            .On("Node.name", _ => Later("n"))
            .On("Node.child", frame => frame.Parent is 1 ? 2 : null)
            .On("Node.needed", _ => Later(null));

        // child becomes null since its needed is; node keeps its own id and the name that came late.
        var answer = Answer.Of(await server.AskAsync("{ node { id child { id name needed { id } } name } plain }"));

        Assert.Equal("""{"node":{"id":1,"child":null,"name":"n"},"plain":null}""", answer.Data);
        Assert.Equal(["node.child.needed"], answer.Paths);
        Assert.Equal(["Cannot return null for non-nullable field Node.needed."], answer.Messages);
    }

    [Fact]
    public async Task A_null_goes_up_through_holes_within_holes()
    {
        var server = new TestServer(Sdl)
            .On("Query.nodes", _ => Later(new object[] { 1, 2, 3 }))
            .On("Node.needed", frame => Later(frame.Parent is int i and < 100 ? i * 100 : frame.Parent is 200 ? null : 1000))
            .On("Node.id", frame => frame.Parent)
            .On("Query.plain", _ => Later(new object[] { 7 }));

        var answer = Answer.Of(await server.AskAsync("{ nodes { id needed { id needed { id } } } plain }"));

        Assert.Equal("""{"nodes":null,"plain":[7]}""", answer.Data);
        Assert.Equal(["nodes.1.needed.needed"], answer.Paths);
    }

    [Fact]
    public async Task What_fails_inside_a_nulled_place_after_it_is_not_told()
    {
        var first = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var second = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = new TestServer(Sdl)
            .On("Query.node", _ => 1)
            .On("Node.needed", _ => first.Task)
            .On("Node.name", _ => second.Task)
            .On("Node.child", _ => Fails(second.Task));

        var asked = server.AskAsync("{ node { needed { id } name child { id } } plain }");
        first.SetResult(null);
        await Task.Delay(20);
        second.SetException(new InvalidOperationException());
        var answer = Answer.Of(await asked);

        Assert.Equal("""{"node":null,"plain":null}""", answer.Data);
        Assert.Equal(["node.needed"], answer.Paths);
    }

    [Fact]
    public async Task Errors_stand_in_the_order_of_the_response()
    {
        var server = new TestServer("type Query { a: Int b: Int c: [Int] }")
            .On("Query.a", _ => Fails(Task.Delay(30)))
            .On("Query.b", _ => Fails(Task.Delay(1)))
            .On("Query.c", _ => new object[] { 1, "one", "two" });

        var answer = Answer.Of(await server.AskAsync("{ a c b }"));

        Assert.Equal(["a", "c.1", "c.2", "b"], answer.Paths);
        Assert.Equal(
            [
                "Unexpected Execution Error",
                "Int cannot represent non-integer value: \"one\"",
                "Int cannot represent non-integer value: \"two\"",
                "Unexpected Execution Error",
            ],
            answer.Messages);
    }

    private static object?[]? List(string items) => items == "null" ? null : items.Split(',').Select(item => item switch
    {
        "null" => null,
        "error" => "no integer",
        _ => (object)int.Parse(item, CultureInfo.InvariantCulture),
    }).ToArray();

    private static async Task<object?> Later(object? value)
    {
        await Task.Yield();
        return value;
    }

    private static async Task<object?> Fails(Task after)
    {
        await after;
        throw new InvalidOperationException("It failed.");
    }
}
