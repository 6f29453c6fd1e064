namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests
{
    [Theory]
    [InlineData("{ history(range: {from: \"2024-01-02\", days: 5}, sides: [BUY, SELL]) }")]
    [InlineData("{ history(sides: BUY) }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ portfolio(id: null) { name } }", "Expected value of type \"ID!\", found null.")]
    [InlineData("{ portfolio(id: 1.5) { name } }", "ID cannot represent a non-string and non-integer value: 1.5")]
    [InlineData("{ history(sides: [HOLD]) }", "Value \"HOLD\" does not exist in \"Side\" enum.")]
    [InlineData("{ history(sides: \"BUY\") }", "Enum \"Side\" cannot represent non-enum value: \"BUY\". Did you mean the enum value \"BUY\"?")]
    [InlineData("{ history(range: 5) }", "Expected value of type \"Range\", found 5.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
