using Investr.GraphQL.Tests.Execution;
using Investr.GraphQL.Tests.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Security;

/// <summary>Limits that the executor holds by itself: each with what is at it, and what is one over it.</summary>
public sealed class RequestLimitTests
{
    private const string Sdl = "type Query { echo(list: [Int!], deep: Box): Int } input Box { box: Box n: Int }";

    [Theory]
    // The list and its items; the objects and what is in them.
    [InlineData("""{"list":[1,2,3]}""", """{"list":[1,2,3,4]}""")]
    [InlineData("""{"deep":{"box":{"box":{"n":1}}}}""", """{"deep":{"box":{"box":{"box":{"n":1}}}}}""")]
    [InlineData("""{"list":[1],"deep":{"n":1}}""", """{"list":[1],"deep":{"box":{"n":1}}}""")]
    [InlineData("""{"list":[1,2],"other":[1,2,3,4,5,6]}""", """{"list":[1,2],"deep":{"box":{}}}""")]
    public async Task Variables_have_so_many_values_and_no_more(string taken, string refused)
    {
        const string Query = "query ($list: [Int!], $deep: Box) { echo(list: $list, deep: $deep) }";
        var server = new TestServer(Sdl);
        server.Options.MaxVariableValues = 4;

        Assert.Equal("""{"data":{"echo":null}}""", await server.AskAsync(Query, taken));
        var answer = await server.AskAsync(Query, refused);
        Assert.Contains("The variables have more than 4 values.", answer, StringComparison.Ordinal);
        Assert.Contains("HC0047", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_nests_so_deep_and_no_deeper()
    {
        var server = new TestServer(Sdl);
        server.Options.MaxRecursionDepth = 3;

        Assert.DoesNotContain("errors", await server.AskAsync("{ echo(deep: { box: {} }) }"), StringComparison.Ordinal);
        Assert.Contains("HC0047", await server.AskAsync("{ echo(deep: { box: { box: {} } }) }"), StringComparison.Ordinal);
    }

    [Theory]
    // The braces are tokens too.
    [InlineData(5, 10, "{ a b c }", "{ a b c d }")]
    [InlineData(10, 3, "{ a b c }", "{ a b c d }")]
    public async Task Tokens_and_fields_are_counted(int tokens, int fields, string taken, string refused)
    {
        var server = new TestServer("type Query { a: Int b: Int c: Int d: Int }");
        (server.Options.MaxTokens, server.Options.MaxFields) = (tokens, fields);

        Assert.DoesNotContain("errors", await server.AskAsync(taken), StringComparison.Ordinal);
        Assert.Contains("HC0047", await server.AskAsync(refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task So_many_nodes_are_fetched_at_once_and_no_more(int count, bool isTaken)
    {
        await using var services = BrokerageSchema.Services(options => options.MaxNodeBatchSize = 3);
        await using var scope = services.CreateAsyncScope();
        var ids = string.Join(", ", Enumerable.Repeat("\"x\"", count));

        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(
            scope.ServiceProvider, $"{{ nodes(ids: [{ids}]) {{ id }} }}", cancellationToken: TestContext.Current.CancellationToken);

        const string Refusal = "The maximum allowed nodes were exceeded: 4 asked for, 3 allowed.";
        Assert.Equal(isTaken, !result.ToJson().Contains(Refusal, StringComparison.Ordinal));
    }
}
