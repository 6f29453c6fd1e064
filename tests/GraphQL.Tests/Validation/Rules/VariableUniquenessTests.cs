namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class VariableUniquenessTests
{
    [Theory]
    [InlineData("query ($a: ID!, $b: ID!) { portfolio(id: $a) { name } b: portfolio(id: $b) { name } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("query ($a: ID!, $a: ID!) { portfolio(id: $a) { name } }", "There can be only one variable named \"$a\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
