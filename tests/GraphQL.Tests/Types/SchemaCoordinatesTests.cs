using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Tests.Types;

public sealed class SchemaCoordinatesTests
{
    private static readonly Schema Library = SchemaFromSdl.Build(
        """
        directive @shelf(row: Int) on OBJECT
        type Query { book(id: ID!): Book  any: Medium }
        type Book { title: String! }
        union Medium = Book
        enum Genre { CRIME }
        input Filter { genre: Genre }
        """);

    [Theory]
    [InlineData("Book", typeof(ObjectType), "Book")]
    [InlineData("Query.book", typeof(FieldDefinition), "book")]
    [InlineData("Query.book(id:)", typeof(ArgumentDefinition), "id")]
    [InlineData("Book.__typename", typeof(FieldDefinition), "__typename")]
    [InlineData("Query.__type(name:)", typeof(ArgumentDefinition), "name")]
    [InlineData("Genre.CRIME", typeof(EnumValueDefinition), "CRIME")]
    [InlineData("Filter.genre", typeof(ArgumentDefinition), "genre")]
    [InlineData("@shelf", typeof(DirectiveDefinition), "shelf")]
    [InlineData("@shelf(row:)", typeof(ArgumentDefinition), "row")]
    public void A_coordinate_finds_its_element(string coordinate, Type kind, string name)
    {
        var found = Library.FindMember(SchemaCoordinate.Parse(coordinate));

        Assert.IsType(kind, found);
        Assert.Equal(name, found.Name);
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("Book.author")]
    [InlineData("Query.book(name:)")]
    [InlineData("Genre.POEM")]
    [InlineData("Filter.author")]
    [InlineData("@nothing")]
    [InlineData("@shelf(column:)")]
    public void What_its_owner_does_not_have_is_nothing(string coordinate) =>
        Assert.Null(Library.FindMember(SchemaCoordinate.Parse(coordinate)));

    [Theory]
    [InlineData("Nothing.at", "Expected \"Nothing\" to be defined as a type in the schema.")]
    [InlineData("Medium.title", "Expected \"Medium\" to be an Enum, Input Object, Object or Interface type.")]
    [InlineData("Filter.genre(id:)", "Expected \"Filter\" to be an object type or interface type.")]
    [InlineData("Query.nothing(id:)", "Expected \"nothing\" to exist as a field of type \"Query\" in the schema.")]
    [InlineData("@nothing(at:)", "Expected \"nothing\" to be defined as a directive in the schema.")]
    public void An_owner_that_is_not_there_or_has_no_such_elements_is_an_error(string coordinate, string message)
    {
        var refused = Assert.Throws<InvalidSchemaCoordinateException>(() => Library.FindMember(SchemaCoordinate.Parse(coordinate)));

        Assert.Equal(message, refused.Message);
        Assert.Equal(coordinate, refused.Coordinate.ToString());
    }
}
