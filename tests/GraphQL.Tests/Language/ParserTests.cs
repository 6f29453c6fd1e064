using System.Text;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void A_query_without_keyword_is_an_anonymous_query()
    {
        var operation = Assert.IsType<OperationDefinitionNode>(Assert.Single(Parser.Parse("{ portfolio { name } }").Definitions));

        Assert.Equal(OperationType.Query, operation.Operation);
        Assert.Null(operation.Name);
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        Assert.Equal("portfolio", field.ResponseName);
        Assert.Equal("name", Assert.IsType<FieldNode>(Assert.Single(field.SelectionSet!.Selections)).Name.Value);
    }

    [Fact]
    public void Every_node_knows_its_bytes()
    {
        const string Text = "query Q($id: [ID!]! = [\"é\"] @a) { x: f(a: {b: 1}) @skip(if: true) { ...F } }";
        var document = Parser.Parse(Text);

        var operation = (OperationDefinitionNode)document.Definitions[0];
        var field = (FieldNode)operation.SelectionSet.Selections[0];
        Assert.Equal(Text, TextOf(document, operation));
        Assert.Equal("$id: [ID!]! = [\"é\"] @a", TextOf(document, operation.Variables[0]));
        Assert.Equal("[ID!]!", TextOf(document, operation.Variables[0].Type));
        Assert.Equal("x: f(a: {b: 1}) @skip(if: true) { ...F }", TextOf(document, field));
        Assert.Equal("{b: 1}", TextOf(document, field.Arguments[0].Value));
        Assert.Equal("...F", TextOf(document, field.SelectionSet!.Selections[0]));
    }

    [Theory]
    [InlineData("{ a", "Syntax Error: Expected Name, found <EOF>.", 1, 4)]
    [InlineData("{\n  a(b: )\n}", "Syntax Error: Unexpected \")\".", 2, 8)]
    [InlineData("query Q($a: Int = $b) { a }", "Syntax Error: Unexpected variable \"$b\" in constant value.", 1, 19)]
    [InlineData("fragment on on T { a }", "Syntax Error: Unexpected Name \"on\".", 1, 10)]
    [InlineData("{ é }", "Syntax Error: Unexpected character: U+00E9.", 1, 3)]
    [InlineData("{ a(b: \"😀\\u12\") }", "Syntax Error: Invalid Unicode escape sequence: \"\\u12\")\".", 1, 11)]
    [InlineData("{ a(b: 01) }", "Syntax Error: Invalid number, unexpected digit after 0: \"1\".", 1, 9)]
    [InlineData("\"What for\" { a }", "Syntax Error: Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    public void A_refusal_says_what_was_found_and_where(string text, string message, int line, int column)
    {
        var refused = Assert.Throws<SyntaxException>(() => Parser.Parse(text));

        Assert.Equal(message, refused.Message);
        Assert.Equal(new SourceLocation(line, column), refused.Location);
        Assert.Equal(ErrorCodes.SyntaxError, refused.ToError().Code);
    }

    [Fact]
    public void Text_that_is_no_UTF8_is_refused_at_the_first_bad_byte()
    {
        byte[] text = [.. "{ a # é "u8, 0xC3, .. " }"u8];

        var refused = Assert.Throws<SyntaxException>(() => Parser.Parse(new SourceText(text)));

        // Nine bytes and eight characters stand before it.
        Assert.Equal((9, new SourceLocation(1, 9)), (refused.Offset, refused.Location));
    }

    [Fact]
    public void Descriptions_stand_before_operations_fragments_and_variables()
    {
        var document = Parser.Parse("\"Reads\" query Q(\"Which\" $id: ID) { a } \"Shared\" fragment F on T { a }");

        var operation = (OperationDefinitionNode)document.Definitions[0];
        Assert.Equal("Reads", operation.Description!.Value);
        Assert.Equal("Which", operation.Variables[0].Description!.Value);
        Assert.Equal("Shared", ((FragmentDefinitionNode)document.Definitions[1]).Description!.Value);
    }

    [Theory]
    [InlineData("""
        "plain"
        """, "plain")]
    [InlineData("""
        "\"\\\/\b\f\n\r\t"
        """, "\"\\/\b\f\n\r\t")]
    [InlineData("""
        "\u00e9 \u{1F600} \uD83D\uDE00 😀"
        """, "é 😀 😀 😀")]
    [InlineData("\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\"", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\"\"\"a \\\"\"\" \\n b\"\"\"", "a \"\"\" \\n b")]
    [InlineData("\"\"\"   \r\n\t\r  \"\"\"", "")]
    public void A_string_stands_for_its_value(string literal, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(new(literal))).Value);

    [Fact]
    public void A_type_reference_prints_as_written() => Assert.Equal("[[Int!]]!", Parser.ParseType(new(" [ [ Int ! ] ] !")).ToString());

    [Fact]
    public void Byte_order_marks_commas_and_comments_mean_nothing() =>
        Assert.Equal(2, ((OperationDefinitionNode)Parser.Parse("\uFEFF{ a,,# b c }\r\uFEFF d }").Definitions[0]).SelectionSet.Selections.Count);

    private static string TextOf(DocumentNode document, SyntaxNode node) =>
        Encoding.UTF8.GetString(document.Source.Utf8.Span[node.Start..node.End]);
}
