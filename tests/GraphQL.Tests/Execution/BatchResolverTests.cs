using System.Globalization;
using Investr.GraphQL.Diagnostics;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

public sealed class BatchResolverTests
{
    private readonly Calls _calls = new();
    private readonly Events _heard = new();

    private async Task<string> Ask(string query, string? variables = null)
    {
        var collection = new ServiceCollection().AddSingleton(_calls).AddSingleton<IExecutionDiagnostics>(_heard);
        collection.AddGraphQLServer().ModifyCostOptions(options => options.EnforceCostLimits = false)
            .AddType(typeof(ShelfQueries)).AddType(typeof(ShelfType)).AddType(typeof(JarType));
        await using var services = collection.BuildServiceProvider(validateScopes: true);
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query, variables);
        return result.ToJson();
    }

    [Fact]
    public async Task All_siblings_are_one_call_and_each_gets_the_result_at_its_place()
    {
        Assert.Equal(
            """{"data":{"shelves":[{"label":"shelf 1"},{"label":"shelf 2"},{"label":"shelf 3"}]}}""", await Ask("{ shelves { label } }"));

        Assert.Equal(["labels of 1,2,3"], _calls.Made);
        Assert.Equal([3], _heard.Batches);
    }

    [Fact]
    public async Task Cousins_are_answered_with_each_other()
    {
        var answer = await Ask("{ shelves { jars { weight } } }");

        // Two jars on each of three shelves: the jars are one call, and so are their weights.
        Assert.Equal(["jars of 1,2,3", "weights of 10,11,20,21,30,31"], _calls.Made);
        Assert.Equal(
            """{"data":{"shelves":[{"jars":[{"weight":100},{"weight":110}]},{"jars":[{"weight":200},{"weight":210}]},{"jars":[{"weight":300},{"weight":310}]}]}}""",
            answer);
    }

    [Fact]
    public async Task An_argument_is_one_value_for_each_or_the_value_itself()
    {
        const string Query = "query ($unit: String!) { shelves { jars { inUnit(unit: $unit, factor: 2, digits: [1, 2]) } } }";

        var answer = await Ask(Query, """{"unit":"g"}""");

        Assert.Equal(["jars of 1,2,3", "units g,g,g,g,g,g × 2 at 1,2"], _calls.Made);
        Assert.Contains("""{"inUnit":"20 g"},{"inUnit":"22 g"}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_arguments_are_another_call()
    {
        var answer = await Ask("""{ shelves { one: tagged(with: "a") two: tagged(with: "b") again: label label } }""");

        // Without arguments two places of one field are one call still.
        Assert.Equal(["labels of 1,1,2,2,3,3", "tags a", "tags b"], _calls.Made.Order(StringComparer.Ordinal));
        Assert.StartsWith("""{"data":{"shelves":[{"one":"a1","two":"b1","again":"shelf 1","label":"shelf 1"},""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_throws_is_an_error_of_each_and_its_nulls_are_where_they_may_be()
    {
        var failed = Answer.Of(await Ask("{ shelves { broken } }"));
        Assert.Equal("""{"shelves":[{"broken":null},{"broken":null},{"broken":null}]}""", failed.Data);
        Assert.Equal(["shelves.0.broken", "shelves.1.broken", "shelves.2.broken"], failed.Paths);
        Assert.All(failed.Messages, message => Assert.Equal("The ladder is gone.", message));

        var missing = Answer.Of(await Ask("{ shelves { hole } }"));
        Assert.Equal("""{"shelves":[{"hole":1},{"hole":null},{"hole":3}]}""", missing.Data);
        Assert.Empty(missing.Messages);
    }

    [Fact]
    public async Task Another_number_of_results_than_of_parents_is_an_error_of_each()
    {
        var answer = Answer.Of(await Ask("{ shelves { short } }"));

        Assert.Equal(3, answer.Messages.Count);
        Assert.Equal("Short gave 1 results for 3 objects of Shelf.", _heard.Errors[0].Exception!.Message);
    }

    [Theory]
    [InlineData(typeof(RootBatch), "Query.x: a root has no siblings that a batch resolver could answer for")]
    [InlineData(typeof(NoParents), "Shelf.x: a batch resolver takes the parents: [Parent] List<Shelf>")]
    [InlineData(typeof(NoList), "Shelf.x: a batch resolver gives a list, with a result for each parent")]
    [InlineData(typeof(Paged), "Shelf.x: a batch resolver's results are not paged, filtered or sorted")]
    [InlineData(typeof(Contextual), "Shelf.x: a batch resolver answers for many fields and has the context of none")]
    public void A_method_that_cannot_be_one_is_a_fault_of_the_schema(Type type, string fault)
    {
        var collection = new ServiceCollection();
        collection.AddGraphQLServer().AddType(typeof(ShelfQueries)).AddType(type);
        using var services = collection.BuildServiceProvider();

        Assert.Contains(fault, Assert.Throws<SchemaException>(services.GetRequiredService<Schema>).Message, StringComparison.Ordinal);
    }

    internal sealed class Calls
    {
        public List<string> Made { get; } = [];

        public void Add(string name, IEnumerable<int> ids) => Made.Add($"{name} of {string.Join(',', ids)}");
    }

    public sealed record Shelf(int Id);

    public sealed record Jar(int Id);

    [QueryType]
    internal static class ShelfQueries
    {
        public static Shelf[] GetShelves() => [new(1), new(2), new(3)];
    }

    [ObjectType<Shelf>]
    internal static class ShelfType
    {
        [BatchResolver]
        public static List<string> GetLabel([Parent] List<Shelf> shelves, Calls calls)
        {
            calls.Add("labels", shelves.Select(shelf => shelf.Id));
            return [.. shelves.Select(shelf => $"shelf {shelf.Id}")];
        }

        [BatchResolver]
        public static async Task<IReadOnlyList<Jar[]>> GetJarsAsync(Shelf[] shelves, Calls calls, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            calls.Add("jars", shelves.Select(shelf => shelf.Id));
            return [.. shelves.Select(shelf => new Jar[] { new(10 * shelf.Id), new((10 * shelf.Id) + 1) })];
        }

        [BatchResolver]
        public static ValueTask<string[]> GetTagged([Parent] IReadOnlyList<Shelf> shelves, string with, Calls calls)
        {
            calls.Made.Add($"tags {with}");
            return new([.. shelves.Select(shelf => with + shelf.Id)]);
        }

        [BatchResolver]
        public static List<string?> GetBroken([Parent] List<Shelf> shelves) => throw new GraphQLException(new GraphQLError("The ladder is gone."));

        [BatchResolver]
        public static IEnumerable<int?> GetHole([Parent] IEnumerable<Shelf> shelves) => shelves.Select(shelf => shelf.Id == 2 ? (int?)null : shelf.Id);

        [BatchResolver]
        public static List<int?> Short([Parent] List<Shelf> shelves) => [shelves.Count];
    }

    [ObjectType<Jar>]
    internal static class JarType
    {
        [BatchResolver]
        public static List<int> GetWeight([Parent] List<Jar> jars, Calls calls)
        {
            calls.Add("weights", jars.Select(jar => jar.Id));
            return [.. jars.Select(jar => 10 * jar.Id)];
        }

        [BatchResolver]
        public static List<string> GetInUnit([Parent] List<Jar> jars, List<string> unit, int factor, [Argument] List<int> digits, Calls calls)
        {
            calls.Made.Add($"units {string.Join(',', unit)} × {factor} at {string.Join(',', digits)}");
            return [.. jars.Zip(unit, (jar, one) => $"{(jar.Id * factor).ToString(CultureInfo.InvariantCulture)} {one}")];
        }
    }

    [QueryType]
    internal static class RootBatch
    {
        [BatchResolver]
        public static List<int> X([Parent] List<Shelf> shelves) => [shelves.Count];
    }

    [ObjectType<Shelf>]
    internal static class NoParents
    {
        [BatchResolver]
        public static List<int> X(List<int> numbers) => numbers;
    }

    [ObjectType<Shelf>]
    internal static class NoList
    {
        [BatchResolver]
        public static int X([Parent] List<Shelf> shelves) => shelves.Count;
    }

    [ObjectType<Shelf>]
    internal static class Paged
    {
        [BatchResolver]
        [UsePaging]
        public static List<int> X([Parent] List<Shelf> shelves) => [shelves.Count];
    }

    [ObjectType<Shelf>]
    internal static class Contextual
    {
        [BatchResolver]
        public static List<int> X([Parent] List<Shelf> shelves, IResolverContext context) => [shelves.Count, context.ResponseName.Length];
    }
}
