namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class InputObjectFieldUniquenessTests
{
    [Theory]
    [InlineData("{ history(range: {from: 1, to: 1}) }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ history(range: {from: 1, from: 2}) }", "There can be only one input field named \"from\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
