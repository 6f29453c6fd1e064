using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

public sealed class TagTests
{
    [Tag("public")]
    [GraphQLName("Kind")]
    public enum Genre
    {
        [Tag("dark")]
        [GraphQLName("MURDER")]
        Crime,

        [GraphQLDeprecated("Nobody writes them.")]
        Poem,

        [GraphQLIgnore]
        Secret,
    }

    [InterfaceType]
    [Tag("shared")]
    [GraphQLName("Titled")]
    public interface ITitled
    {
        [Tag("shared")]
        string Title { get; }
    }

    [UnionType]
    [Tag("media")]
    [GraphQLName("Medium")]
    public abstract class AnyMedium;

    public sealed class Book : AnyMedium, ITitled
    {
        public string Title => "";

        [Tag("public")]
        [Tag("cheap")]
        public Genre Genre => Genre.Crime;

        [GraphQLIgnore]
        public int Shelf => 1;
    }

    [ObjectType<Book>]
    [Tag("public")]
    public static class BookType;

    [Tag("asked")]
    [GraphQLName("Wanted")]
    public sealed record Filter([property: Tag("narrow")] Genre? Genre)
    {
        [GraphQLDeprecated("Ask for the genre.")]
        [GraphQLName("words")]
        public string? Text { get; init; }

        [GraphQLIgnore]
        public int Hidden { get; init; }
    }

    [QueryType]
    public static class Queries
    {
        [Tag("public")]
        public static AnyMedium? Find(
            [Tag("narrow")] Filter filter, [GraphQLDeprecated("Ignored.")] int? limit, [GraphQLType("[ID!]")] IReadOnlyList<string>? among) =>
            filter.Hidden == 0 && limit is null && among is null ? new Book() : null;

        public static ITitled? Titled() => null;
    }

    [Fact]
    public void Tags_names_and_deprecations_are_printed_wherever_they_may_stand()
    {
        var services = new ServiceCollection();
        services.AddGraphQLServer().ModifyOptions(options => (options.EnableDefer, options.EnableStream) = (false, false))
            .AddType<ITitled>().AddType<AnyMedium>().AddType<Book>().AddType(typeof(BookType)).AddType(typeof(Queries));
        using var provider = services.BuildServiceProvider();

        Assert.Equal(
            """"
            """A name that tools find the element by."""
            directive @tag(
              """The tag."""
              name: String!
            ) repeatable on ARGUMENT_DEFINITION | ENUM | ENUM_VALUE | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | INPUT_OBJECT | INTERFACE | OBJECT | UNION

            type Query {
              find(filter: Wanted! @tag(name: "narrow"), limit: Int @deprecated(reason: "Ignored."), among: [ID!]): Medium @tag(name: "public")
              titled: Titled
            }

            type Book implements Titled @tag(name: "public") {
              title: String!
              genre: Kind! @tag(name: "public") @tag(name: "cheap")
            }

            enum Kind @tag(name: "public") {
              MURDER @tag(name: "dark")
              POEM @deprecated(reason: "Nobody writes them.")
            }

            union Medium @tag(name: "media") = Book

            interface Titled @tag(name: "shared") {
              title: String! @tag(name: "shared")
            }

            input Wanted @tag(name: "asked") {
              genre: Kind @tag(name: "narrow")
              words: String @deprecated(reason: "Ask for the genre.")
            }

            """",
            SchemaPrinter.Print(provider.GetRequiredService<Schema>()));
    }
}
