namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class ArgumentNamesTests
{
    [Theory]
    [InlineData("{ portfolio(id: 1) { holds(side: BUY) { price } } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ portfolio(id: 1) { holds(sid: BUY) { price } } }", "Unknown argument \"sid\" on field \"Portfolio.holds\". Did you mean \"side\"?")]
    [InlineData("{ asset { price @tagged(nam: \"a\") } }", "Unknown argument \"nam\" on directive \"@tagged\". Did you mean \"name\"?")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
