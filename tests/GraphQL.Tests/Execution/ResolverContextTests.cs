using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Execution;

/// <summary>What a resolver may ask for and give, beside arguments and values.</summary>
public sealed class ResolverContextTests
{
    private static async Task<string> Ask(string query, string? variables = null)
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().AddType(typeof(Query)).AddType(typeof(CatFields)).AddType(typeof(DogFields)).AddType<IPet>()
            .UseRequest(next => context =>
            {
                context.ContextData["tenant"] = "north";
                return next(context);
            });
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        using var result = await provider.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query, variables);
        return result.ToJson();
    }

    [InterfaceType]
    public interface IPet
    {
        string Name { get; }
    }

    public sealed record Cat(string Name, int Lives) : IPet;

    public sealed record Dog(string Name, int Tricks) : IPet;

    [ObjectType<Cat>]
    private static class CatFields;

    [ObjectType<Dog>]
    private static class DogFields;

    [QueryType]
    private static class Query
    {
        public static IPet Pet(IResolverContext context, bool isDog = false)
        {
            var selected = string.Join(' ', context.Select().Select(selection => selection.Field.ToString()));
            return isDog ? new Dog(selected, 1) : new Cat(selected, 9);
        }

        public static IReadOnlyList<Cat> Cats(IResolverContext context) => [new(Names(context.GetSelections((ObjectType)context.Field.Type.Named)), 1)];

        public static Nested Nested(IResolverContext context) => new(new(string.Join(' ', context.Select("dog").Select(selection => selection.ResponseName)), 1));

        public static string Asked(IResolverContext context, [Argument] int? number = null) =>
            $"{number} {context.ArgumentOptional<int?>("number").HasValue} {(context.ArgumentLiteral("number") is { } literal ? Printer.Print(literal) : "none")}";

        public static string Stated([GlobalState] string tenant, [GlobalState("nothing")] string? nothing, [GlobalState] int seats = 4) =>
            $"{tenant} {nothing} {seats}";

        public static int Unstated([GlobalState] int seats) => seats;

        public static Nested Looked([IsSelected("dog")] bool dog, FieldDefinition field, FieldPath path, ISelection selection) =>
            new(new($"{dog} {field} {path.ToList()[0]} {selection.Nodes.Count}", 1));

        [GraphQLType("String")]
        public static object Wrong(int how) => how switch
        {
            1 => new GraphQLError("It is wrong.") { Code = "WRONG" },
            2 => new GraphQLError[] { new("One."), new("Two.") },
            _ => "right",
        };

        [GraphQLType("String")]
        public static Task<object> WrongLater() => Task.FromResult<object>(new GraphQLError("It was wrong."));

        public static Dictionary<string, int> Counts() => new() { ["one"] = 1, ["two"] = 2 };

        private static string Names(IReadOnlyList<ISelection> selections) => string.Join(' ', selections.Select(selection => selection.ResponseName));
    }

    public sealed record Nested(Dog Dog);

    [Fact]
    public async Task A_resolver_sees_what_is_selected_of_its_value()
    {
        Assert.Equal(
            """{"data":{"pet":{"name":"Cat.name Cat.lives Dog.name Dog.tricks","lives":9}}}""",
            await Ask("{ pet { name ... on Cat { lives } ... on Dog { tricks } } }"));
        Assert.Equal("""{"data":{"cats":[{"called":"called lives","lives":1}]}}""", await Ask("{ cats { called: name ...L } } fragment L on Cat { lives }"));
        Assert.Equal("""{"data":{"nested":{"dog":{"name":"name tricks","tricks":1}}}}""", await Ask("{ nested { dog { name tricks } } }"));
    }

    [Theory]
    [InlineData("{ asked }", " False none")]
    [InlineData("{ asked(number: null) }", " True null")]
    [InlineData("{ asked(number: 3) }", "3 True 3")]
    [InlineData("query ($n: Int = 5) { asked(number: $n) }", "5 True $n")]
    public async Task An_argument_is_told_from_one_that_was_left_out(string query, string answer) =>
        Assert.Equal($$$"""{"data":{"asked":"{{{answer}}}"}}""", await Ask(query));

    [Fact]
    public async Task The_requests_state_is_a_parameter()
    {
        Assert.Equal("""{"data":{"stated":"north  4"}}""", await Ask("{ stated }"));
        Assert.Equal(["Unexpected Execution Error"], Answer.Of(await Ask("{ unstated }")).Messages);
    }

    [Fact]
    public async Task So_are_the_field_its_path_and_what_is_selected() => Assert.Equal(
        """{"data":{"it":{"dog":{"name":"True Query.looked it 2"}}}}""", await Ask("{ it: looked { dog { name } } it: looked { dog { name } } }"));

    [Fact]
    public async Task An_error_in_place_of_a_value_is_the_fields_error()
    {
        var answer = Answer.Of(await Ask("{ one: wrong(how: 1) two: wrong(how: 2) three: wrong(how: 3) wrongLater }"));

        Assert.Equal("""{"one":null,"two":null,"three":"right","wrongLater":null}""", answer.Data);
        Assert.Equal(["It is wrong.", "One.", "Two.", "It was wrong."], answer.Messages);
        Assert.Equal(["one", "two", "two", "wrongLater"], answer.Paths);
    }

    [Fact]
    public async Task A_dictionary_is_the_list_of_its_pairs() => Assert.Equal(
        """{"data":{"counts":[{"key":"one","value":1},{"key":"two","value":2}],"__type":{"name":"KeyValuePairOfStringAndInt32"}}}""",
        await Ask("""{ counts { key value } __type(name: "KeyValuePairOfStringAndInt32") { name } }"""));
}
