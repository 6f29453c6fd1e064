namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class ArgumentUniquenessTests
{
    [Theory]
    [InlineData("{ portfolio(id: 1) { holds(side: BUY, on: \"x\") { price } } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ portfolio(id: 1, id: 2) { name } }", "There can be only one argument named \"id\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
