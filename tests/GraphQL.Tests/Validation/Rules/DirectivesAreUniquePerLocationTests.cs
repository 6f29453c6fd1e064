namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class DirectivesAreUniquePerLocationTests
{
    [Theory]
    [InlineData("{ asset { price @tagged(name: \"a\") @tagged(name: \"b\") symbol @cached(seconds: 1) } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("{ asset { price @cached(seconds: 1) @cached(seconds: 2) } }", "The directive \"@cached\" can only be used once at this location.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
