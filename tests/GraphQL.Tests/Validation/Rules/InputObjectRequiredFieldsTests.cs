namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class InputObjectRequiredFieldsTests
{
    [Theory]
    [InlineData("{ history(range: {from: 1}) asset(key: {id: 1}) { price } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ history(range: {to: 1}) }", "Field \"Range.from\" of required type \"Date!\" was not provided.")]
    [InlineData("{ asset(key: {}) { price } }", "OneOf Input Object \"Key\" must specify exactly one key.")]
    [InlineData("{ asset(key: {id: null}) { price } }", "Field \"Key.id\" must be non-null.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
