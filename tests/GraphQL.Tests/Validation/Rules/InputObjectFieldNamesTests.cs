namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class InputObjectFieldNamesTests
{
    [Theory]
    [InlineData("{ history(range: {from: 1}) }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ history(range: {from: 1, too: 2}) }", "Field \"too\" is not defined by type \"Range\". Did you mean \"to\"?")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
