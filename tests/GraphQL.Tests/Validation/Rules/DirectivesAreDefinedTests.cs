namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class DirectivesAreDefinedTests
{
    [Theory]
    [InlineData("{ asset { price @cached(seconds: 1) } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { price @cache(seconds: 1) } }", "Unknown directive \"@cache\".")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
