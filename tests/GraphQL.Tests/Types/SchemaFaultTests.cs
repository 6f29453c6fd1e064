using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

public sealed class SchemaFaultTests
{
    private static IReadOnlyList<string> FaultsOf(params Type[] types)
    {
        var services = new ServiceCollection();
        var builder = services.AddGraphQLServer();
        foreach (var type in types) builder.AddType(type);
        var thrown = Assert.Throws<SchemaException>(() => services.BuildServiceProvider().GetRequiredService<Schema>());
        return [.. thrown.Faults.Select(fault => fault.ToString())];
    }

    [Fact]
    public void A_schema_needs_a_query_root() =>
        Assert.Equal(["schema: Query root type must be provided."], FaultsOf());

    [QueryType]
    public static class Several
    {
        [GraphQLName("__hidden")]
        public static int Hidden() => 1;

        public static int GetTwice() => 1;

        public static int Twice() => 1;

        public static int Late([GraphQLDeprecated("Gone.")] int needed) => needed;

        public static int Wrong([DefaultValueSyntax("\"one\"")] int number) => number;
    }

    [Fact]
    public void All_faults_are_told_at_once_each_with_its_coordinate() => Assert.Equal(
        [
            "Query.twice: Field Query.twice can only be defined once.",
            "Query.__hidden: Name \"__hidden\" must not begin with \"__\", which is reserved by GraphQL introspection.",
            "Query.late(needed:): Required argument Query.late(needed:) cannot be deprecated.",
            "Query.wrong(number:): The default value of Query.wrong(number:) is not valid: Int cannot represent non-integer value: \"one\"",
        ],
        FaultsOf(typeof(Several)));

    public sealed record First(Second Second);

    public sealed record Second(First First, Second? Other);

    [QueryType]
    public static class Circular
    {
        public static int Ask(First first) => first.GetHashCode();
    }

    [Fact]
    public void Inputs_that_need_each_other_cannot_be_written() => Assert.Equal(
        ["FirstInput.second: Invalid circular reference. The Input Object FirstInput references itself in the non-null fields: second.first."],
        FaultsOf(typeof(Circular)));

    private static IReadOnlyList<string> FaultsOf(string sdl) =>
        [.. SchemaValidator.FaultsOf(SchemaFromSdl.Build(sdl)).Select(fault => fault.ToString())];

    [Theory]
    [InlineData("input A { a: A = {} }", "A.a references itself.")]
    [InlineData("input A { b: B = {} } input B { a: A = {} }", "A.b references itself via the default values of: B.a.")]
    [InlineData("input A { b: B = {} } input B { c: C = {} } input C { b: B = {} }", "B.c references itself via the default values of: C.b.")]
    [InlineData("input A { all: [A] = [{ all: [] }, {}] }", "A.all references itself.")]
    public void Defaults_that_need_each_other_have_no_end(string inputs, string end) => Assert.Equal(
        [$"{end.Split(' ')[0]}: Invalid circular reference. The default value of Input Object field {end}"],
        FaultsOf($"{inputs} type Query {{ ask(a: A): Int }}"));

    [Theory]
    [InlineData("input A { a: A = null }")]
    [InlineData("input A { a: A = { a: null } }")]
    [InlineData("input A { a: A b: B = {} } input B { a: A }")]
    [InlineData("input A { all: [A] = [] }")]
    public void Defaults_that_come_to_an_end_may_nest(string inputs) => Assert.Empty(FaultsOf($"{inputs} type Query {{ ask(a: A): Int }}"));

    [Fact]
    public void Every_fault_is_at_a_schema_coordinate()
    {
        var schema = SchemaFromSdl.Build(
            """
            directive @__at(row: Query) on OBJECT
            type Query implements Named { __id(at: Query, at: Int! @deprecated): Filter }
            type Empty
            interface Named { name: String }
            union Nobody
            union Twice = Empty | Empty
            enum Side { __LEFT }
            input Filter @oneOf { need: Int! = "one", self: Filter! }
            input Cycle { cycle: Cycle = {} }
            """);

        var faults = SchemaValidator.FaultsOf(schema);

        Assert.Equal(18, faults.Count);
        Assert.All(faults, fault => Assert.Equal(fault.Coordinate, SchemaCoordinate.Parse(fault.Coordinate).ToString()));
    }

    [OneOf]
    public sealed record Choice(int? Number, string Text);

    [QueryType]
    public static class Choosing
    {
        public static int Pick(Choice choice) => choice.Number ?? 0;
    }

    [Fact]
    public void Every_field_of_a_one_of_input_is_nullable() =>
        Assert.Equal(["ChoiceInput.text: OneOf input field ChoiceInput.text must be nullable."], FaultsOf(typeof(Choosing)));

    [UnionType]
    public interface INobody;

    [QueryType]
    public static class Unmet
    {
        public static INobody? Nobody() => null;

        public static Task Nothing() => Task.CompletedTask;

        public static int Impossible(Stream stream) => stream.ReadByte();

        public static int Paged(PagingArguments paging) => paging.First ?? 0;

        [GraphQLType("Lost!")]
        public static int Lost() => 1;
    }

    [Fact]
    public void What_cannot_be_bound_is_told_with_its_member() => Assert.Equal(
        [
            "Query.nothing: Task has no type in the schema: leave the member out with [GraphQLIgnore], or give it a [GraphQLType]",
            "Query.impossible: Stream is no input: not a scalar, an enum or a class that can be made, nor a registered service",
            "Query.paged: paging is PagingArguments, and the field has no [UsePaging]",
            "Query.lost: there is no type Lost",
        ],
        FaultsOf(typeof(Unmet), typeof(INobody)));

    [Fact]
    public void A_union_has_members()
    {
        var nobody = new UnionType("Nobody");
        var query = new ObjectType("Query");
        query.SetFields([new("nobody", nobody, [])]);

        var faults = SchemaValidator.FaultsOf(new Schema(query, null, null, [query, nobody], []));

        Assert.Equal(["Nobody: Union type Nobody must define one or more member types."], faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void An_implementation_has_the_interfaces_fields_with_types_as_narrow()
    {
        var text = BuiltInScalars.String;
        var face = new InterfaceType("Named");
        face.SetFields([new("name", new NonNullType(text), []), new("age", BuiltInScalars.Int, [new("unit", text)]), new("id", text, [])]);
        var type = new ObjectType("Query") { Interfaces = [face] };
        type.SetFields([new("name", text, []), new("age", BuiltInScalars.Int, [new("zone", new NonNullType(text))])]);

        var faults = SchemaValidator.FaultsOf(new Schema(type, null, null, [type, face, text], []));

        Assert.Equal(
            [
                "Query.name: Interface field Named.name expects type String! but Query.name is type String.",
                "Query.age(unit:): Interface field argument Named.age(unit:) expected but Query.age does not provide it.",
                "Query.age(zone:): Argument Query.age(zone:) must not be required type String! if not provided by the Interface field Named.age.",
                "Query.id: Interface field Named.id expected but Query does not provide it.",
            ],
            faults.Select(fault => fault.ToString()));
    }
}
