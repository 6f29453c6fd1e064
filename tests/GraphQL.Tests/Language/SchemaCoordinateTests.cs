using Investr.GraphQL.Language;

namespace Investr.GraphQL.Tests.Language;

public sealed class SchemaCoordinateTests
{
    [Theory]
    [InlineData("Query")]
    [InlineData("Query.book")]
    [InlineData("Query.book(id:)")]
    [InlineData("@skip")]
    [InlineData("@skip(if:)")]
    [InlineData("__Type.fields(includeDeprecated:)")]
    public void A_coordinate_is_printed_as_it_was_written(string text) => Assert.Equal(text, SchemaCoordinate.Parse(text).ToString());

    [Fact]
    public void Its_parts_are_told_apart()
    {
        Assert.Equal(new("Query", "book", "id"), SchemaCoordinate.Parse("Query.book(id:)"));
        Assert.Equal(new("skip", null, "if", OfDirective: true), SchemaCoordinate.Parse("@skip(if:)"));
    }

    [Theory]
    [InlineData("", "Expected Name, found <EOF>.", 1)]
    [InlineData("Query.", "Expected Name, found <EOF>.", 7)]
    [InlineData("Query book", "Invalid character: \" \".", 6)]
    [InlineData("Query.book.id", "Expected <EOF>, found \".\".", 11)]
    [InlineData("Query.book(id)", "Expected \":\", found \")\".", 14)]
    [InlineData("Query(id:)", "Expected <EOF>, found \"(\".", 6)]
    [InlineData("@skip.if", "Expected <EOF>, found \".\".", 6)]
    [InlineData("@skip(if:if", "Expected \")\", found Name \"if\".", 10)]
    [InlineData("Query.b\u00FCcher", "Invalid character: U+00FC.", 8)]
    [InlineData("\U0001F600", "Invalid character: U+1F600.", 1)]
    public void What_is_none_is_refused_at_its_column(string text, string message, int column)
    {
        var refused = Assert.Throws<SyntaxException>(() => SchemaCoordinate.Parse(text));

        Assert.Equal($"Syntax Error: {message}", refused.Message);
        Assert.Equal(new(1, column), refused.Location);
        Assert.False(SchemaCoordinate.TryParse(text, out _));
    }
}
