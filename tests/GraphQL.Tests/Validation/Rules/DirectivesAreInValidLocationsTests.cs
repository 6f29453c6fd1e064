namespace Investr.GraphQL.Tests.Validation.Rules;

public sealed class DirectivesAreInValidLocationsTests
{
    [Theory]
    [InlineData("{ asset @skip(if: false) { price } }")]
    public void What_keeps_the_rule_is_valid(string document) => Assert.Empty(ExampleSchema.Errors(document));

    [Theory]
    [InlineData("query @skip(if: false) { asset { price } }", "Directive \"@skip\" may not be used on QUERY.")]
    [InlineData("{ asset { ... @cached(seconds: 1) { price } } }", "Directive \"@cached\" may not be used on INLINE_FRAGMENT.")]
    public void What_breaks_the_rule_is_told(string document, string message) => Assert.Equal([message], ExampleSchema.Errors(document));
}
