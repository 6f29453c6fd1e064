using Investr.GraphQL.Language;

namespace Investr.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Theory]
    [InlineData("query{a}", "{\n  a\n}")]
    [InlineData("query Q($a:Int=1 $b:[T!]){x:f(a:$a b:{c:[1 \"é\"]})@d{...F ...on T@e{g}}}", "query Q($a: Int = 1, $b: [T!]) {\n  x: f(a: $a, b: {c: [1, \"é\"]}) @d {\n    ...F\n    ... on T @e {\n      g\n    }\n  }\n}")]
    [InlineData("type A implements B&C@d{\"e\" f(g:Int=1):H!}", "type A implements B & C @d {\n  \"e\"\n  f(g: Int = 1): H!\n}")]
    [InlineData("extend union U=A|B directive@d(a:I)repeatable on FIELD|QUERY", "extend union U = A | B\n\ndirective @d(a: I) repeatable on FIELD | QUERY")]
    public void A_document_is_laid_out(string text, string printed) => Assert.Equal(printed, Printer.Print(Parser.Parse(text)));

    [Fact]
    public void Arguments_that_are_too_long_for_a_line_stand_one_a_line()
    {
        var one = new string('x', 30);

        // f(a: "…", b: "…") is 81 characters long with 30 and 33 in the strings: 80 is the most.
        Assert.DoesNotContain("(\n", Printer.Print(Parser.Parse($"{{ f(a: \"{one}\", b: \"{one}xx\") }}")), StringComparison.Ordinal);
        Assert.Contains("f(\n", Printer.Print(Parser.Parse($"{{ f(a: \"{one}\", b: \"{one}{one}\") }}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\"b\\c\n\u0001é😀", "\"a\\\"b\\\\c\\n\\u0001é😀\"")]
    [InlineData("", "\"\"")]
    public void A_string_is_escaped_where_it_must_be(string text, string quoted) => Assert.Equal(quoted, Printer.Quote(text));

    [Fact]
    public void What_is_printed_prints_the_same_again()
    {
        var once = Printer.Print(Parser.Parse("{ a(b: \"\"\"\n  x\n    y \\\"\"\"\n\"\"\") { c } }"));

        Assert.Equal(once, Printer.Print(Parser.Parse(once)));
    }
}
