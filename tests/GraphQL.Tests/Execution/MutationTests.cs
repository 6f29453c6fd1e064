namespace Investr.GraphQL.Tests.Execution;

public sealed class MutationTests
{
    private readonly List<string> _log = [];
    private readonly TestServer _server = new("""
        type Query { hello: String }
        type Mutation { quick(n: Int!): Done slow(n: Int!): Done needed(n: Int!): Done! }
        type Done { n: Int! later: Int! }
        """);

    public MutationTests() => _server
        .On("Mutation.quick", frame => Run((int)frame.Arguments[0]!, 0))
        .On("Mutation.slow", frame => Run((int)frame.Arguments[0]!, 10))
        .On("Mutation.needed", frame => frame.Arguments[0] is 0 ? null! : Run((int)frame.Arguments[0]!, 1))
        .On("Done.n", frame => frame.Parent)
        .On("Done.later", async frame =>
        {
            var n = (int)frame.Parent!;
            await Task.Delay(5);
            _log.Add($"read {n}");
            return n < 0 ? null : n;
        });

    [Fact]
    public async Task Root_fields_run_one_after_another_each_with_what_is_below_it()
    {
        var answer = await _server.AskAsync("mutation { a: slow(n: 1) { n later } __typename b: quick(n: 2) { later } c: slow(n: 3) { n } }");

        Assert.Equal("""{"data":{"a":{"n":1,"later":1},"__typename":"Mutation","b":{"later":2},"c":{"n":3}}}""", answer);
        Assert.Equal(["begin 1", "end 1", "read 1", "begin 2", "end 2", "read 2", "begin 3", "end 3"], _log);
    }

    [Fact]
    public async Task After_a_failure_that_may_be_null_the_next_one_runs()
    {
        var answer = Answer.Of(await _server.AskAsync("mutation { a: quick(n: -1) { later } b: quick(n: 2) { n } }"));

        Assert.Equal("""{"a":null,"b":{"n":2}}""", answer.Data);
        Assert.Equal(["a.later"], answer.Paths);
    }

    [Fact]
    public async Task After_a_failure_that_takes_the_data_with_it_nothing_runs()
    {
        var answer = Answer.Of(await _server.AskAsync("mutation { a: needed(n: 0) { n } b: quick(n: 2) { n } }"));

        Assert.Equal("null", answer.Data);
        Assert.Equal(["a"], answer.Paths);
        Assert.Empty(_log);
    }

    private async Task<object?> Run(int n, int milliseconds)
    {
        _log.Add($"begin {n}");
        if (milliseconds > 0) await Task.Delay(milliseconds);
        _log.Add($"end {n}");
        return n;
    }
}
