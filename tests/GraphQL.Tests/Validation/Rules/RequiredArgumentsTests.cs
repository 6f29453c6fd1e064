namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class RequiredArgumentsTests
{
    [Theory]
    [InlineData("{ asset { ... on Share { similar { price } } } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ portfolio { name } }", "Field \"portfolio\" argument \"id\" of type \"ID!\" is required, but it was not provided.")]
    [InlineData("{ asset { price @cached } }", "Directive \"@cached\" argument \"seconds\" of type \"Int!\" is required, but it was not provided.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
