using Investr.GraphQL.Language;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

public sealed class DescriptorTests
{
    private static ServiceProvider Services(params Type[] types)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Prices>();
        var builder = services.AddGraphQLServer();
        foreach (var type in types) builder.AddType(type);
        return services.BuildServiceProvider();
    }

    private static async Task<string> Ask(string query, params Type[] types)
    {
        await using var services = Services(Complete);
        await using var scope = services.CreateAsyncScope();
        using var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(scope.ServiceProvider, query);
        return result.ToJson();
    }

    private static string Printed(string name, params Type[] types)
    {
        using var services = Services(Complete);
        var text = SchemaPrinter.Print(services.GetRequiredService<Schema>());
        var from = text.IndexOf(name, StringComparison.Ordinal);
        return from < 0 ? "" : text[from..(text.IndexOf("\n}", from, StringComparison.Ordinal) + 2)];
    }

    public sealed class Prices
    {
        public decimal Of(string title) => title.Length * 1.5m;
    }

    public sealed record Volume(int Id, string Title, string Shelf, int Pages) : IThing
    {
        public string Spine(int width) => Title[..Math.Min(width, Title.Length)];
    }

    public sealed record Map(string Title, double Scale) : IThing;

    public interface IThing
    {
        string Title { get; }
    }

    public enum Binding
    {
        Cloth,
        Leather,
        Paper,
    }

    public sealed record VolumeInput(string Title, int Pages, string? Secret);

    private sealed class VolumeType : ObjectType<Volume>
    {
        protected override void Configure(IObjectTypeDescriptor<Volume> descriptor)
        {
            descriptor.Name("Book").Description("What is read.").Ignore(volume => volume.Shelf);
            descriptor.Field(volume => volume.Title).Name("name").Description("As it is printed.");
            descriptor.Field(volume => volume.Pages).Resolve(context => context.Parent<Volume>().Pages + 1).Type<NonNullType<IntType>>().Deprecated("Count them.");
            descriptor.Field(volume => volume.Spine(default)).Argument("width", width => width.DefaultValue(4).Description("In letters."));
            descriptor.Field("shout").Type<StringType>()
                .Argument("times", times => times.Type<NonNullType<IntType>>().DefaultValue(2))
                .Argument("marks", marks => marks.Type<List<string>>())
                .Resolve(context => Task.FromResult(
                    string.Concat(Enumerable.Repeat(context.Parent<Volume>().Title, context.ArgumentValue<int>("times")))
                    + string.Concat(context.ArgumentValue<List<string>?>("marks") ?? [])))
                .Use(next => async context =>
                {
                    await next(context);
                    context.Result = ((string)context.Result!).ToUpperInvariant();
                });
            descriptor.Field<VolumeResolvers>(resolvers => resolvers.GetPrice(default!, default!)).Authorize();
            descriptor.Field("same").ResolveWith<VolumeResolvers>(resolvers => resolvers.GetSame(default!));
        }
    }

    private sealed class VolumeResolvers
    {
        public decimal GetPrice([Parent] Volume volume, Prices prices) => prices.Of(volume.Title);

        public Volume GetSame([Parent] Volume volume) => volume;
    }

    private sealed class ThingType : InterfaceType<IThing>
    {
        protected override void Configure(IInterfaceTypeDescriptor<IThing> descriptor) => descriptor.Name("Thing").Description("It has a name.").BindFieldsExplicitly().Field(thing => thing.Title).Name("name");
    }

    private sealed class FoundType : UnionType<object>
    {
        protected override void Configure(IUnionTypeDescriptor descriptor) => descriptor.Name("Found").Type<Map>().Type<VolumeType>();
    }

    private sealed class BindingType : EnumType<Binding>
    {
        protected override void Configure(IEnumTypeDescriptor<Binding> descriptor)
        {
            descriptor.Name("Cover").Value(Binding.Cloth).Name("LINEN").Description("Of flax.");
            descriptor.Value(Binding.Paper).Ignore();
        }
    }

    private sealed class VolumeInputType : InputObjectType<VolumeInput>
    {
        protected override void Configure(IInputObjectTypeDescriptor<VolumeInput> descriptor)
        {
            descriptor.Name("NewBook").Description("A book to add.").Ignore(input => input.Secret);
            descriptor.Field(input => input.Pages).Name("length").DefaultValue(100).Description("In pages.");
        }
    }

    private readonly record struct Isbn(string Digits);

    private sealed class IsbnType() : ScalarType<Isbn, StringValueNode>("ISBN")
    {
        protected override Isbn ParseLiteral(StringValueNode literal) =>
            literal.Value.Length == 3 ? new(literal.Value) : throw new FormatException();

        protected override StringValueNode ParseValue(Isbn value) => new(value.Digits);
    }

    [QueryType]
    private static class Query
    {
        public static Volume Volume() => new(1, "Emma", "A", 10);

        [GraphQLType<ListType<NonNullType<FoundType>>>]
        public static object[] Found() => [new Map("Bath", 0.5), new Volume(2, "Sea", "B", 3)];

        [GraphQLType<ThingType>]
        public static IThing Thing(bool isMap = true) => isMap ? new Map("Bath", 0.5) : Volume();

        public static Binding Covers(Binding cover) => cover;

        public static string Added(VolumeInput input) => $"{input.Title} {input.Pages} {input.Secret}";

        public static Isbn Isbn(Isbn isbn) => isbn;

        [GraphQLNonNullType]
        public static string? Surely([GraphQLNonNullType] string? text) => text;

        [GraphQLType(typeof(NonNullType<IdType>))]
        public static string Named() => "7";
    }

    [ObjectType<Map>]
    private static class MapNode
    {
        [BindField("title")]
        public static string GetHeading([Parent] Map map) => $"The map of {map.Title}";

        private static void Configure(IObjectTypeDescriptor<Map> descriptor) => descriptor.BindFieldsExplicitly().Description("Of a place.");
    }

    private static readonly Type[] Complete =
    [
        typeof(Query), typeof(VolumeType), typeof(ThingType), typeof(FoundType), typeof(BindingType), typeof(VolumeInputType), typeof(IsbnType),
        typeof(MapNode), typeof(MapName),
    ];

    [Fact]
    public void A_described_object_has_its_own_fields_then_those_of_its_members() => Assert.Equal(
        """"
        type Book implements Thing {
          spine(
            """In letters."""
            width: Int! = 4
          ): String!
          shout(times: Int! = 2, marks: [String]): String @cost(weight: "10")
          price: Decimal! @cost(weight: "10") @authorize
          same: Book!
          id: Int!

          """As it is printed."""
          name: String!
          pages: Int! @deprecated(reason: "Count them.")
        }
        """",
        Printed("type Book", Complete));

    [Fact]
    public async Task Its_resolvers_are_lambdas_and_methods_of_other_classes() => Assert.Equal(
        """{"data":{"volume":{"id":1,"pages":11,"spine":"Em","shout":"EMMAEMMA!?","same":{"name":"Emma"}}}}""",
        await Ask("""{ volume { id pages spine(width: 2) shout(marks: ["!", "?"]) same { name } } }""", Complete));

    [Fact]
    public async Task A_field_of_a_descriptor_is_protected_as_any_other() => Assert.Equal(
        ["AUTH_NOT_AUTHENTICATED"],
        Execution.Answer.Of(await Ask("{ volume { price } }", Complete)).Codes);

    [Fact]
    public async Task A_described_union_holds_its_members_in_their_order()
    {
        Assert.Equal(
            """{"data":{"found":[{"__typename":"Map","title":"The map of Bath"},{"__typename":"Book","id":2}],"thing":{"name":"Bath"}}}""",
            await Ask("{ found { __typename ... on Map { title } ... on Book { id } } thing { name } }", Complete));
        using var services = Services(Complete);
        Assert.Equal(["Map", "Book"], ((UnionType)services.GetRequiredService<Schema>().FindType("Found")!).Members.Select(member => member.Name));
    }

    [ExtendObjectType<Map>]
    private static class MapName
    {
        public static string GetName([Parent] Map map) => map.Title;
    }

    [Fact]
    public async Task Described_enums_inputs_and_scalars_are_read_and_written()
    {
        Assert.Equal(
            """{"data":{"covers":"LINEN","added":"Emma 100 ","isbn":"123","surely":"yes","named":"7"}}""",
            await Ask("""{ covers(cover: LINEN) added(input: { title: "Emma" }) isbn(isbn: "123") surely(text: "yes") named }""", Complete));
        Assert.Equal(
            ["ISBN cannot represent value: \"1\"", "Value \"PAPER\" does not exist in \"Cover\" enum."],
            Execution.Answer.Of(await Ask("""{ isbn(isbn: "1") covers(cover: PAPER) }""", Complete)).Messages.Order());
        Assert.Equal(
            """"
            input NewBook {
              title: String!

              """In pages."""
              length: Int! = 100
            }
            """",
            Printed("input NewBook", Complete));
    }

    [ObjectType<Volume>]
    private static class Unresolved
    {
        public static void Configure(IObjectTypeDescriptor<Volume> descriptor)
        {
            descriptor.Field("lost");
            descriptor.Field("found").Argument("where", _ => { }).Resolve(_ => 1);
        }
    }

    [Fact]
    public void What_a_descriptor_leaves_open_is_a_fault_of_the_schema()
    {
        using var services = Services(typeof(Query), typeof(Unresolved), typeof(FoundType), typeof(IsbnType));
        var thrown = Assert.Throws<SchemaException>(services.GetRequiredService<Schema>);

        Assert.Contains("Volume.lost: the field has no resolver: say Resolve or ResolveWith", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Volume.found: the argument where needs a type", thrown.Message, StringComparison.Ordinal);
    }
}
