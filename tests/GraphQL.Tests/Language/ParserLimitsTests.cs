using Investr.GraphQL.Language;

namespace Investr.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    private static readonly ParserLimits Small = new() { MaxTokens = 16, MaxFields = 3, MaxDepth = 2, MaxDirectives = 1 };

    [Theory]
    // Each pair is at its limit, then one over it.
    [InlineData("{ a(b: [1 2 3 4 5 6 7]) }", "{ a(b: [1 2 3 4 5 6 7 8]) }", "Document contains more than 16 tokens. Parsing aborted.")]
    [InlineData("{ a b c }", "{ a b c d }", "Document contains more than 3 fields. Parsing aborted.")]
    [InlineData("{ a { b } }", "{ a { b { c } } }", "Document nests deeper than 2 levels. Parsing aborted.")]
    [InlineData("{ a(b: [1]) }", "{ a(b: [[[1]]]) }", "Document nests deeper than 2 levels. Parsing aborted.")]
    [InlineData("query($a: [[T]]) { a }", "query($a: [[[T]]]) { a }", "Document nests deeper than 2 levels. Parsing aborted.")]
    [InlineData("{ a @x b @y }", "{ a @x @y }", "Document contains more than 1 directives at one place. Parsing aborted.")]
    public void What_is_at_a_limit_is_taken_and_one_more_is_not(string taken, string refused, string message)
    {
        Parser.Parse(taken, Small);

        var refusal = Assert.Throws<SyntaxException>(() => Parser.Parse(refused, Small));
        Assert.Equal($"Syntax Error: {message}", refusal.Message);
        Assert.True(refusal.IsLimit);
        Assert.Equal(ErrorCodes.LimitExceeded, refusal.ToError().Code);
    }

    [Fact]
    public void Deep_nesting_is_refused_before_it_costs_a_stack()
    {
        var refusal = Assert.Throws<SyntaxException>(() => Parser.Parse("{ a(b: " + new string('[', 9_000)));

        Assert.True(refusal.IsLimit);
    }

    [Fact]
    public void A_text_of_too_many_tokens_is_refused_before_its_strings_are_made()
    {
        var text = new SourceText("{ a(b: [" + string.Concat(Enumerable.Repeat($"\"{new string('x', 10_000)}\" ", 20)) + "]) }");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.True(Assert.Throws<SyntaxException>(() => Parser.Parse(text, Small)).IsLimit);

        // One string would take 20 kB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 15_000);
    }

    [Fact]
    public void What_is_wrong_first_is_told_first_in_a_long_text_too() =>
        Assert.Equal("Syntax Error: Expected Name, found \")\".", Assert.Throws<SyntaxException>(() => Parser.Parse("{ a() b c ? d e f }", Small)).Message);
}
